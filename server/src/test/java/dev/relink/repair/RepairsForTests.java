package dev.relink.repair;

import dev.relink.binding.Bindings;
import dev.relink.history.History;
import dev.relink.pending.PendingSyncs;
import dev.relink.syncerror.SyncErrors;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real repairs on a test's database; the caller opens the transaction. */
public final class RepairsForTests {

    private RepairsForTests() {}

    public static Repairs of(JdbcClient jdbc, Clock clock) {
        var effects = new Effects(jdbc, new Bindings(jdbc), new PendingSyncs(jdbc), new SyncErrors(jdbc));
        return new DatabaseRepairs(
                new Subjects(jdbc),
                new Lookalikes(jdbc),
                new Before(jdbc),
                new Stands(jdbc),
                effects,
                new History(jdbc),
                clock);
    }
}
