package dev.relink.cycle;

import dev.relink.attempt.Attempts;
import dev.relink.binding.Bindings;
import dev.relink.connection.Connections;
import dev.relink.history.History;
import dev.relink.pending.PendingSyncs;
import dev.relink.syncerror.SyncErrors;
import org.springframework.stereotype.Component;

/** The stores in which the outcomes of a message set are written down. */
@Component
record Ledger(
        Attempts attempts,
        PendingSyncs pendings,
        Bindings bindings,
        SyncErrors errors,
        History history,
        Connections connections,
        Lacks lacks,
        CompanyTrouble troubles,
        Emptied emptied) {}
