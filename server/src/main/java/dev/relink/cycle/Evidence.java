package dev.relink.cycle;

import dev.relink.attempt.Attempt;
import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.Family;
import dev.relink.catalogue.RepairKind;
import dev.relink.entity.RecordKey;
import dev.relink.history.History;
import dev.relink.syncerror.SyncErrors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the outcomes of a message set leave for people to read, collected and then written in a few statements. */
final class Evidence {

    private final Ledger ledger;
    private final Visit visit;
    private final String set;
    private final Instant now;

    /** A record has one error. */
    private final Map<RecordKey, SyncErrors.Raised> raised = new LinkedHashMap<>();

    private final List<History.Event> events = new ArrayList<>();
    private final List<String> unknownCodes = new ArrayList<>();
    private final List<String> unknownMessages = new ArrayList<>();

    Evidence(Ledger ledger, Visit visit, String set, Instant now) {
        this.ledger = ledger;
        this.visit = visit;
        this.set = set;
        this.now = now;
    }

    /** Held until a person acts. @param found what a look-up found, as JSON */
    void open(Attempt attempt, Decoded decoded, String message, @Nullable String found) {
        raise(attempt.key(), attempt.verb().word(), attempt.requestId(), decoded, message, "open", found);
    }

    /** Went again by itself long enough: now it can at least be sent again or skipped. */
    void givenUp(Attempt attempt, Decoded decoded, String message) {
        var repairs = new LinkedHashSet<>(decoded.repairs());
        repairs.addAll(List.of(RepairKind.SEND_AGAIN, RepairKind.SKIP));
        raise(attempt.key(), attempt.verb().word(), attempt.requestId(), decoded, message, "open", null, repairs);
    }

    /** Goes again by itself. */
    void retrying(Attempt attempt, Decoded decoded, String message) {
        raise(attempt.key(), attempt.verb().word(), attempt.requestId(), decoded, message, "retrying", null);
    }

    /** Held, although nothing was sent for it in this set. */
    void open(RecordKey key, Decoded decoded, String message) {
        raise(key, "read", null, decoded, message, "open", null);
    }

    void happened(Attempt attempt, String outcome, String message, String quickbooksId) {
        events.add(new History.Event(attempt.key(), outcome, "", "", message, quickbooksId, set, attempt.requestId()));
    }

    private void raise(
            RecordKey key,
            String verb,
            @Nullable String requestId,
            Decoded decoded,
            String message,
            String state,
            @Nullable String found) {
        raise(key, verb, requestId, decoded, message, state, found, decoded.repairs());
    }

    private void raise(
            RecordKey key,
            String verb,
            @Nullable String requestId,
            Decoded decoded,
            String message,
            String state,
            @Nullable String found,
            Collection<RepairKind> repairs) {
        String code = decoded.code().toString();
        raised.put(
                key,
                new SyncErrors.Raised(
                        key,
                        code,
                        message,
                        Objects.requireNonNullElse(decoded.variant(), ""),
                        verb,
                        decoded.family().word(),
                        repairs.stream().map(RepairKind::word).toList(),
                        state,
                        set,
                        requestId,
                        found));
        String outcome = state.equals("open") ? "failed" : "retry";
        events.add(new History.Event(key, outcome, "", code, message, "", set, requestId));
        if (decoded.family() == Family.UNKNOWN) {
            unknownCodes.add(code);
            unknownMessages.add(message);
        }
    }

    void writeDown() {
        ledger.errors().raise(visit.company(), List.copyOf(raised.values()), now);
        ledger.history().add(visit.company(), events, now);
        ledger.errors().unknown(visit.company(), unknownCodes, unknownMessages, now);
    }
}
