package dev.relink.cycle;

import dev.relink.binding.Binding;
import dev.relink.binding.Bindings;
import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Operation;
import dev.relink.catalogue.RepairKind;
import dev.relink.connector.Known;
import dev.relink.connector.Lines;
import dev.relink.connector.Platform;
import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.RecordJson;
import dev.relink.entity.RecordKey;
import dev.relink.entity.Values;
import dev.relink.history.History;
import dev.relink.pending.PendingSyncs;
import dev.relink.platform.Json;
import dev.relink.syncerror.SyncErrors;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Bound transactions that somebody has voided in QuickBooks Online: they are there, and nothing is left of their amounts. Found
 * by reading, once for each time that they were changed there.
 */
@Component
final class Voided {

    private final VoidedTransactions stored;
    private final Bindings bindings;
    private final PendingSyncs pendings;
    private final SyncErrors errors;
    private final History history;
    private final Decoder decoder;
    private final Clock clock;

    Voided(
            VoidedTransactions stored,
            Bindings bindings,
            PendingSyncs pendings,
            SyncErrors errors,
            History history,
            Decoder decoder,
            Clock clock) {
        this.stored = stored;
        this.bindings = bindings;
        this.pendings = pendings;
        this.errors = errors;
        this.history = history;
        this.decoder = decoder;
        this.clock = clock;
    }

    /** One of ours, as it was sent and as it is there now. */
    private record Empty(RecordKey key, Values sent, Row.Found row) {}

    /** To be asked before these rows are kept: what was seen as it is now has been told already. */
    void among(Visit visit, List<Row.Found> rows) {
        List<Row.Found> empty = visit.platform() != Platform.ONLINE
                ? List.of()
                : rows.stream()
                        .filter(row -> row.type().isTransaction() && isNothing(row.type(), row.values()))
                        .toList();
        if (empty.isEmpty()) {
            return;
        }
        List<Empty> ours = ours(visit, empty);
        if (!ours.isEmpty()) {
            tell(visit, ours);
        }
    }

    private static boolean isNothing(EntityType type, Values values) {
        return type.total(values).map(BigDecimal::signum).orElse(1) == 0;
    }

    private List<Empty> ours(Visit visit, List<Row.Found> rows) {
        Map<String, VoidedTransactions.Sent> sent = stored.sent(visit.company(), rows);
        var ours = new ArrayList<Empty>();
        for (Row.Found row : rows) {
            VoidedTransactions.Sent one = sent.get(Judging.id(row));
            if (one != null) {
                Values values = RecordJson.read(row.type(), one.snapshot());
                if (!isNothing(row.type(), values)) {
                    ours.add(new Empty(one.key(), values, row));
                }
            }
        }
        return ours;
    }

    /** Bound with its new edit token, so that the app's values can be sent over it if a person says so. */
    private void tell(Visit visit, List<Empty> ours) {
        Instant now = clock.instant();
        List<RecordKey> keys = ours.stream().map(Empty::key).toList();
        Map<RecordKey, List<Known.Line>> lines = bindings.knownLines(visit.company(), keys);
        bindings.bind(
                visit.company(),
                ours.stream()
                        .map(one -> binding(one, lines.getOrDefault(one.key(), List.of())))
                        .toList(),
                now);
        pendings.held().holdNew(visit.company(), keys, EntityTypes.ranks(keys), visit.epoch());
        errors.raise(
                visit.company(), ours.stream().map(one -> error(visit, one)).toList(), now);
        history.add(visit.company(), ours.stream().map(one -> event(visit, one)).toList(), now);
    }

    private static Binding binding(Empty one, List<Known.Line> before) {
        Row.Found row = one.row();
        return new Binding(
                one.key(),
                row.quickbooksId(),
                row.editToken(),
                row.fullName(),
                Binding.linesJson(Lines.pair(one.sent(), before, row)),
                null,
                0,
                false);
    }

    private SyncErrors.Raised error(Visit visit, Empty one) {
        StatusCode code = KnownCode.VOIDED.on(visit.platform());
        Decoded decoded = decoder.decode(code, message(one), Operation.QUERY);
        Match match = Match.of(
                one.row().type(), one.sent(), one.row(), visit.platform().quickBooks());
        return new SyncErrors.Raised(
                one.key(),
                code.toString(),
                message(one),
                Objects.requireNonNullElse(decoded.variant(), ""),
                "read",
                decoded.family().word(),
                decoded.repairs().stream().map(RepairKind::word).toList(),
                "open",
                null,
                null,
                Json.write(List.of(match)));
    }

    private static History.Event event(Visit visit, Empty one) {
        String code = KnownCode.VOIDED.on(visit.platform()).toString();
        return new History.Event(
                one.key(), "failed", "", code, message(one), one.row().quickbooksId(), null, null);
    }

    private static String message(Empty one) {
        String when = one.row().modified() == null ? "" : " since " + one.row().modified();
        return "In QuickBooks nothing is left of its amounts%s (ID %s): somebody voided it there."
                .formatted(when, one.row().quickbooksId());
    }
}
