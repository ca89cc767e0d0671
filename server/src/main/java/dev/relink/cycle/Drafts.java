package dev.relink.cycle;

import dev.relink.attempt.Attempt;
import dev.relink.attempt.Marker;
import dev.relink.attempt.Verb;
import dev.relink.binding.Binding;
import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Operation;
import dev.relink.catalogue.RepairKind;
import dev.relink.connector.Connectors;
import dev.relink.connector.MessageSet;
import dev.relink.connector.Request;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.RecordJson;
import dev.relink.entity.RecordKey;
import dev.relink.entity.Removal;
import dev.relink.entity.Value;
import dev.relink.entity.Values;
import dev.relink.pending.Candidate;
import dev.relink.pending.PendingSyncs;
import dev.relink.syncerror.SyncErrors;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Drafts the writes of a message set from the head of the queue. The run stops before a write that depends on another
 * in it, and before a second new record with the same natural key: a look-up could not tell the two apart.
 */
@Component
final class Drafts {

    private final PendingSyncs pendings;
    private final SyncErrors errors;
    private final Connectors connectors;
    private final Decoder decoder;
    private final Clock clock;

    Drafts(PendingSyncs pendings, SyncErrors errors, Connectors connectors, Decoder decoder, Clock clock) {
        this.pendings = pendings;
        this.errors = errors;
        this.connectors = connectors;
        this.decoder = decoder;
        this.clock = clock;
    }

    /** One write with its attempt. */
    record Draft(Request.Write request, Attempt attempt) {}

    /** The run. May be empty although the head was not: then rows have moved out of the way, and the head is another. */
    List<Draft> of(Visit visit, List<Candidate> head, Map<RecordKey, Prepared.Ready> ready, String version) {
        var run = new Run(visit, ready);
        for (Candidate candidate : Candidate.together(head)) {
            if (!run.add(candidate)) {
                break;
            }
        }
        run.moveAway();
        return writable(visit, run.drafts, version);
    }

    /** A record that cannot be put into qbXML is held alone; it never stops the others. */
    private List<Draft> writable(Visit visit, List<Draft> drafts, String version) {
        if (drafts.isEmpty() || trouble(visit, drafts, version) == null) {
            return drafts;
        }
        var good = new ArrayList<Draft>();
        for (Draft draft : drafts) {
            String trouble = trouble(visit, List.of(draft), version);
            if (trouble == null) {
                good.add(draft);
            } else {
                hold(visit, draft, trouble);
            }
        }
        return good;
    }

    private @Nullable String trouble(Visit visit, List<Draft> drafts, String version) {
        try {
            var unused = connectors
                    .of(visit.platform())
                    .write(
                            new MessageSet(
                                    "TRIAL",
                                    null,
                                    drafts.stream().<Request>map(Draft::request).toList()),
                            version);
            return null;
        } catch (RuntimeException cannotWrite) {
            return String.valueOf(cannotWrite.getMessage());
        }
    }

    private void hold(Visit visit, Draft draft, String trouble) {
        RecordKey key = draft.attempt().key();
        pendings.held().hold(visit.company(), List.of(key), visit.epoch());
        var decoded = decoder.decode(KnownCode.UNSENDABLE.on(visit.platform()), trouble, Operation.ADD);
        errors.raise(
                visit.company(),
                List.of(new SyncErrors.Raised(
                        key,
                        KnownCode.UNSENDABLE.on(visit.platform()).toString(),
                        trouble,
                        "",
                        draft.attempt().verb().word(),
                        decoded.family().word(),
                        decoded.repairs().stream().map(RepairKind::word).toList(),
                        "open",
                        null,
                        null,
                        null)),
                clock.instant());
    }

    /** A run being taken from the head. */
    private final class Run {

        private final Visit visit;
        private final Map<RecordKey, Prepared.Ready> ready;
        private final List<Draft> drafts = new ArrayList<>();
        private final Set<RecordKey> taken = new HashSet<>();
        private final Set<String> naturalKeys = new HashSet<>();
        private final List<RecordKey> orphans = new ArrayList<>();
        private final List<RecordKey> nothingToTell = new ArrayList<>();
        private final List<Long> nothingToTellVersions = new ArrayList<>();

        Run(Visit visit, Map<RecordKey, Prepared.Ready> ready) {
            this.visit = visit;
            this.ready = ready;
        }

        int size() {
            return drafts.size();
        }

        /** False when the run must stop before this one. */
        boolean add(Candidate candidate) {
            Prepared.Ready record = java.util.Objects.requireNonNull(ready.get(candidate.key()));
            Verb verb = verb(candidate);
            if (verb == null) {
                nothingToTell.add(candidate.key());
                nothingToTellVersions.add(candidate.version());
                return true;
            }
            boolean saves = verb == Verb.ADD || verb == Verb.MOD;
            if (saves && record.missing() != null) {
                orphans.add(candidate.key());
                return true;
            }
            if (dependsOnTaken(candidate, record) || !naturalKeys.add(naturalKey(candidate, record, verb))) {
                return false;
            }
            taken.add(candidate.key());
            drafts.add(draft(candidate, record, verb, Integer.toString(drafts.size() + 1)));
            return true;
        }

        private boolean dependsOnTaken(Candidate candidate, Prepared.Ready record) {
            Values own = RecordJson.read(record.type(), candidate.snapshot());
            return record.type().references(own).stream()
                    .anyMatch(link -> link.reference() instanceof Value.Reference.ToRecord parent
                            && taken.contains(new RecordKey(link.type(), parent.recordId())));
        }

        private Draft draft(Candidate candidate, Prepared.Ready record, Verb verb, String requestId) {
            Binding binding = candidate.binding();
            String marker = Marker.of(visit.company(), candidate.key(), candidate.generation());
            Request.Write request = request(candidate, record, verb, requestId, marker);
            var attempt = new Attempt(
                    candidate.key(),
                    0,
                    "",
                    requestId,
                    verb,
                    candidate.version(),
                    candidate.snapshot(),
                    marker,
                    binding == null ? null : binding.quickbooksId(),
                    binding == null ? null : binding.editToken(),
                    null,
                    null,
                    null,
                    false,
                    0,
                    clock.instant());
            return new Draft(request, attempt);
        }

        /** Rows that could not go now leave the head, so that the next look at it meets others. */
        void moveAway() {
            if (!orphans.isEmpty()) {
                pendings.parents().waitOnParents(visit.company(), orphans);
                pendings.leave(visit.company(), orphans, visit.epoch());
            }
            if (!nothingToTell.isEmpty()) {
                pendings.told(visit.company(), nothingToTell, nothingToTellVersions.toArray(Long[]::new));
            }
        }
    }

    static Request.Write request(
            Candidate candidate, Prepared.Ready record, Verb verb, String requestId, String marker) {
        Binding binding = candidate.binding();
        Values values = merged(candidate, record);
        return switch (verb) {
            case ADD -> new Request.Add(requestId, record.type(), values, marker);
            case MOD ->
                new Request.Modify(
                        requestId, record.type(), values, bound(binding).known(), marker);
            case VOID -> remove(requestId, record, binding, Removal.VOID);
            case DELETE -> remove(requestId, record, binding, Removal.DELETE);
            case DEACTIVATE -> remove(requestId, record, binding, Removal.DEACTIVATE);
            case REACTIVATE -> remove(requestId, record, binding, Removal.REACTIVATE);
        };
    }

    private static Request.Remove remove(String id, Prepared.Ready record, @Nullable Binding binding, Removal removal) {
        return new Request.Remove(
                id, record.type(), record.values(), bound(binding).known(), removal);
    }

    static Values merged(Candidate candidate, Prepared.Ready record) {
        Merged merged = Merged.of(candidate.merged());
        return merged != null && merged.version() == candidate.version()
                ? RecordJson.read(record.type(), merged.values())
                : record.values();
    }

    private static Binding bound(@Nullable Binding binding) {
        return java.util.Objects.requireNonNull(binding, "a change needs a binding");
    }

    /** What to do with it; null when QuickBooks need not be told anything. */
    static @Nullable Verb verb(Candidate candidate) {
        Binding binding = candidate.binding();
        return switch (candidate.operation()) {
            case SAVE -> binding == null ? Verb.ADD : wakes(candidate) ? Verb.REACTIVATE : Verb.MOD;
            case REACTIVATE -> binding == null ? Verb.ADD : Verb.REACTIVATE;
            case REMOVE ->
                binding == null || binding.gone()
                        ? null
                        : switch (EntityTypes.require(candidate.key().type()).removal()) {
                            case VOID -> Verb.VOID;
                            case DELETE -> Verb.DELETE;
                            case DEACTIVATE, REACTIVATE -> Verb.DEACTIVATE;
                        };
        };
    }

    /** The app deleted it and has it again: it is made active before it is changed. */
    private static boolean wakes(Candidate candidate) {
        return candidate.removed()
                && EntityTypes.require(candidate.key().type()).removal() == Removal.DEACTIVATE;
    }

    private static String naturalKey(Candidate candidate, Prepared.Ready record, Verb verb) {
        if (verb != Verb.ADD) {
            return candidate.key().toString();
        }
        Values values = record.values();
        String number = values.text("number");
        String identity = record.type().isList()
                ? record.fullName().toLowerCase(Locale.ROOT)
                : number != null
                        ? number
                        : Twins.party(values) + " " + values.get("date") + " "
                                + record.type().total(values);
        return "new " + candidate.key().type() + " " + identity;
    }
}
