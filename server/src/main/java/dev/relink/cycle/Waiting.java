package dev.relink.cycle;

import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.RepairKind;
import dev.relink.connector.StatusCode;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.RecordKey;
import dev.relink.history.History;
import dev.relink.pending.Candidate;
import dev.relink.pending.PendingSyncs;
import dev.relink.syncerror.SyncErrors;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Records that were not sent because their refusal was foreseen: each with its reason, in the words of the catalogue. */
@Component
final class Waiting {

    private final PendingSyncs pendings;
    private final SyncErrors errors;
    private final Lacks lacks;
    private final History history;
    private final Decoder decoder;
    private final Clock clock;

    Waiting(PendingSyncs pendings, SyncErrors errors, Lacks lacks, History history, Decoder decoder, Clock clock) {
        this.pendings = pendings;
        this.errors = errors;
        this.lacks = lacks;
        this.history = history;
        this.decoder = decoder;
        this.clock = clock;
    }

    void hold(Visit visit, Map<Candidate, List<Need>> held, Map<RecordKey, Prepared.Ready> ready) {
        if (held.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<RecordKey> keys = held.keySet().stream().map(Candidate::key).toList();
        pendings.held().holdUnsent(visit.company(), keys, visit.epoch());
        var raised = new ArrayList<SyncErrors.Raised>();
        held.forEach((candidate, needs) -> raised.add(error(visit, candidate, needs)));
        errors.raise(visit.company(), raised, now);
        errors.foreseen(visit.company(), keys);
        lacks.add(visit.company(), lacks(held), now);
        history.add(visit.company(), raised.stream().map(Waiting::event).toList(), now);
    }

    private static List<Lacks.Lack> lacks(Map<Candidate, List<Need>> held) {
        return held.entrySet().stream()
                .flatMap(one -> one.getValue().stream()
                        .map(need -> new Lacks.Lack(one.getKey().key(), need)))
                .toList();
    }

    private SyncErrors.Raised error(Visit visit, Candidate candidate, List<Need> needs) {
        StatusCode code = code(needs.getFirst()).on(visit.platform());
        String message = message(needs);
        var verb = Objects.requireNonNull(Drafts.verb(candidate));
        Decoded decoded = decoder.decode(code, message, Outcomes.operation(verb));
        return new SyncErrors.Raised(
                candidate.key(),
                code.toString(),
                message,
                Objects.requireNonNullElse(decoded.variant(), ""),
                verb.word(),
                decoded.family().word(),
                decoded.repairs().stream().map(RepairKind::word).toList(),
                "open",
                null,
                null,
                null);
    }

    /** The code with which QuickBooks would refuse it. */
    private static KnownCode code(Need need) {
        return switch (need.kind()) {
            case Need.FEATURE -> KnownCode.FEATURE;
            case Need.RIGHT -> KnownCode.RIGHT;
            default -> KnownCode.REFERENCE;
        };
    }

    /** Begins with a word by which the catalogue knows that QuickBooks has not been asked. */
    private static String message(List<Need> needs) {
        return needs.stream().map(Waiting::words).collect(Collectors.joining("; ", "Foreseen: ", "."));
    }

    private static String words(Need need) {
        return switch (need.kind()) {
            case Need.FEATURE -> "%s is off in this company file".formatted(need.name());
            case Need.RIGHT -> "QuickBooks refused the right to %s".formatted(need.name());
            default ->
                "QuickBooks has no %s \"%s\""
                        .formatted(EntityTypes.require(need.kind()).label().toLowerCase(Locale.ROOT), need.name());
        };
    }

    private static History.Event event(SyncErrors.Raised raised) {
        return new History.Event(raised.key(), "foreseen", "", raised.code(), raised.message(), "", null, null);
    }
}
