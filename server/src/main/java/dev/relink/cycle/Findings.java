package dev.relink.cycle;

import dev.relink.binding.Binding;
import dev.relink.binding.Bindings;
import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Operation;
import dev.relink.catalogue.RepairKind;
import dev.relink.company.CompanyId;
import dev.relink.connector.Known;
import dev.relink.connector.Lines;
import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import dev.relink.entity.RecordKey;
import dev.relink.entity.Values;
import dev.relink.history.History;
import dev.relink.pending.Candidate;
import dev.relink.pending.Mode;
import dev.relink.pending.PendingSyncs;
import dev.relink.platform.Failure;
import dev.relink.syncerror.SyncErrors;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Acts on what look-ups found: all of a message set in a handful of statements. */
@Component
final class Findings {

    private final PendingSyncs pendings;
    private final Bindings bindings;
    private final Records records;
    private final SyncErrors errors;
    private final QuickBooksEntries entries;
    private final BrokenBindings broken;
    private final History history;
    private final Decoder decoder;
    private final OneByOne oneByOne;
    private final UnansweredLookUps unanswered;
    private final Clock clock;

    Findings(
            PendingSyncs pendings,
            Bindings bindings,
            Records records,
            SyncErrors errors,
            QuickBooksEntries entries,
            BrokenBindings broken,
            History history,
            Decoder decoder,
            OneByOne oneByOne,
            UnansweredLookUps unanswered,
            Clock clock) {
        this.pendings = pendings;
        this.bindings = bindings;
        this.records = records;
        this.errors = errors;
        this.entries = entries;
        this.broken = broken;
        this.history = history;
        this.decoder = decoder;
        this.oneByOne = oneByOne;
        this.unanswered = unanswered;
        this.clock = clock;
    }

    /** An incomplete look-up decides nothing; the record waits for the next visit, and in the end for a person. */
    void act(
            Visit visit,
            List<Candidate> candidates,
            Map<RecordKey, Prepared.Ready> ready,
            Map<RecordKey, Values> agreed,
            Gathered gathered) {
        Map<String, RecordKey> owners = owners(visit.company(), candidates, ready, gathered);
        var findings = new ArrayList<Finding>();
        var incomplete = new ArrayList<Candidate>();
        for (Candidate candidate : candidates) {
            RecordKey key = candidate.key();
            if (gathered.isComplete(key)) {
                Prepared.Ready record = Objects.requireNonNull(ready.get(key));
                findings.add(new Judging(visit, candidate, record, agreed.get(key), gathered, owners).judge());
            } else {
                incomplete.add(candidate);
            }
        }
        findings.addAll(unanswered.judge(visit, incomplete, gathered));
        oneByOne.all(findings, some -> writeDown(visit, some), (one, failure) -> failed(visit, one, failure));
    }

    /** Who is bound to what was found, or is named by one whose cause is traced. */
    private Map<String, RecordKey> owners(
            CompanyId company, List<Candidate> candidates, Map<RecordKey, Prepared.Ready> ready, Gathered gathered) {
        var types = new ArrayList<String>();
        var ids = new ArrayList<String>();
        for (Candidate candidate : candidates) {
            gathered.about(candidate.key()).forEach(row -> {
                types.add(row.type().name());
                ids.add(row.quickbooksId());
            });
            if (candidate.lookUp() == Mode.TRACE) {
                Tracing.referred(Objects.requireNonNull(ready.get(candidate.key())))
                        .forEach(there -> {
                            types.add(there[0]);
                            ids.add(there[1]);
                        });
            }
        }
        return types.isEmpty() ? new HashMap<>() : new HashMap<>(bindings.ownersOf(company, types, ids));
    }

    private void writeDown(Visit visit, List<Finding> findings) {
        var sorted = new Sorted();
        findings.forEach(sorted::take);
        CompanyId company = visit.company();
        Instant now = clock.instant();
        if (!sorted.left.isEmpty()) {
            var unused = bindings.retire(company, sorted.left, now, "Relink", "relink");
        }
        bindings.bind(company, sorted.bound, now);
        entries.found(company, sorted.read, now);
        entries.listed(company, sorted.listed, now);
        if (!sorted.anew.isEmpty()) {
            records.nextGeneration(company, sorted.anew);
        }
        if (!sorted.next.isEmpty()) {
            pendings.lookedUp().send(company, sorted.next);
            pendings.parents().release(company, sorted.next.keySet());
        }
        if (!sorted.clashes.isEmpty()) {
            errors.found(company, sorted.clashes);
            pendings.lookedUp().answered(company, sorted.clashes.keySet(), visit.epoch());
        }
        hold(visit, sorted.held, now);
        parents(visit, sorted);
        history.add(company, sorted.events, now);
    }

    /** It is sent next, and waits on them, since they are held. */
    private void parents(Visit visit, Sorted sorted) {
        broken.missing(visit, sorted.gone);
        broken.inactive(visit, sorted.inactive);
    }

    private void hold(Visit visit, List<Finding.Hold> held, Instant now) {
        if (held.isEmpty()) {
            return;
        }
        List<Binding> gone = held.stream()
                .filter(one -> one.code().equals(KnownCode.NOT_THERE.on(visit.platform())) && isItself(one.candidate()))
                .map(one -> one.candidate().binding())
                .filter(Objects::nonNull)
                .toList();
        bindings.gone(
                visit.company(),
                gone.stream().map(binding -> binding.key().type()).toList(),
                gone.stream().map(Binding::quickbooksId).toList(),
                now);
        pendings.held()
                .holdToLookFirst(
                        visit.company(), held.stream().map(Finding::key).toList(), visit.epoch());
        errors.raise(visit.company(), held.stream().map(this::raised).toList(), now);
    }

    /** It was read by its own id, and that is dead. */
    private static boolean isItself(Candidate candidate) {
        return candidate.lookUp() == Mode.READ_AGAIN || candidate.lookUp() == Mode.TRACE;
    }

    private SyncErrors.Raised raised(Finding.Hold held) {
        Decoded decoded = decoder.decode(held.code(), held.message(), held.operation());
        LookFor.Refused refused = LookFor.of(held.candidate().lookFor()).refused();
        return new SyncErrors.Raised(
                held.key(),
                held.code().toString(),
                held.message(),
                Objects.requireNonNullElse(decoded.variant(), ""),
                held.operation().word(),
                decoded.family().word(),
                decoded.repairs().stream().map(RepairKind::word).toList(),
                "open",
                refused == null || refused.messageSetId().isEmpty() ? null : refused.messageSetId(),
                refused == null || refused.messageSetId().isEmpty() ? null : refused.requestId(),
                held.found());
    }

    private void failed(Visit visit, Finding one, Failure failure) {
        holdAlone(
                visit,
                one.candidate(),
                KnownCode.UNSETTLED.on(visit.platform()),
                "It was looked up, and Relink failed to write down what follows. The log says why under the reference %s."
                        .formatted(failure.reference()));
    }

    /** The look-up of this one alone cannot be read: it is held, so that it stops no other. */
    void notReadable(Visit visit, Candidate candidate, Step.NoAnswer why) {
        holdAlone(
                visit,
                candidate,
                Objects.requireNonNullElse(why.code(), KnownCode.UNSETTLED.on(visit.platform())),
                why.why());
    }

    private void holdAlone(Visit visit, Candidate candidate, StatusCode code, String message) {
        writeDown(visit, List.of(new Finding.Hold(candidate, null, code, message, Operation.QUERY, null, null)));
    }

    /** The findings of one set by what is to be done. */
    private static final class Sorted {

        final List<Binding> bound = new ArrayList<>();

        /** Bound to another now that this is proven: only now the old binding becomes a tombstone. */
        final List<RecordKey> left = new ArrayList<>();

        final List<RecordKey> anew = new ArrayList<>();

        /** Those that are sent next, with what is sent instead of the snapshot; null = nothing is. */
        final Map<RecordKey, @Nullable String> next = new LinkedHashMap<>();

        final Map<RecordKey, String> clashes = new LinkedHashMap<>();
        final List<Finding.Hold> held = new ArrayList<>();
        final Map<RecordKey, BrokenBindings.Broken> gone = new LinkedHashMap<>();
        final Map<RecordKey, BrokenBindings.Broken> inactive = new LinkedHashMap<>();

        /** What QuickBooks has where both sides changed: to choose from, field by field. */
        final List<Row.Found> read = new ArrayList<>();

        final List<Row.Entry> listed = new ArrayList<>();

        final List<History.Event> events = new ArrayList<>();

        void take(Finding finding) {
            switch (finding) {
                case Finding.Bind bind -> {
                    bound.add(binding(bind.candidate(), bind.record(), bind.row()));
                    next.put(bind.key(), null);
                    Binding old = bind.candidate().binding();
                    if (old != null && !old.quickbooksId().equals(bind.row().quickbooksId())) {
                        left.add(bind.key());
                    }
                    tell(bind.key(), bind.outcome(), "", bind.why(), bind.row().quickbooksId());
                }
                case Finding.Merge merge -> {
                    bound.add(binding(merge.candidate(), merge.record(), merge.row()));
                    next.put(merge.key(), merge.merged().json());
                }
                case Finding.Create create -> {
                    next.put(create.key(), null);
                    tell(create.key(), "looked-up", "", create.why(), "");
                    if (create.anew()) {
                        anew.add(create.key());
                    }
                }
                case Finding.Hold hold -> {
                    held.add(hold);
                    tell(hold.key(), "failed", hold.code().toString(), hold.message(), "");
                    if (hold.renewed() != null && hold.record() != null) {
                        bound.add(binding(hold.candidate(), hold.record(), hold.renewed()));
                        read.add(hold.renewed());
                    }
                }
                case Finding.Parents parents -> {
                    next.put(parents.key(), null);
                    gone.putAll(parents.gone());
                    inactive.putAll(parents.inactive());
                    tell(parents.key(), "looked-up", "", "What it names is gone or inactive; it waits on that", "");
                }
                case Finding.Alive alive -> {
                    next.put(alive.key(), null);
                    read.addAll(alive.read());
                    listed.addAll(alive.listed());
                }
                case Finding.Clash clash -> clashes.put(clash.key(), clash.found());
            }
        }

        private void tell(RecordKey key, String outcome, String code, String message, String quickbooksId) {
            events.add(new History.Event(key, outcome, "", code, message, quickbooksId, null, null));
        }

        private static Binding binding(Candidate candidate, Prepared.Ready record, Row.Found row) {
            return new Binding(
                    candidate.key(),
                    row.quickbooksId(),
                    row.editToken(),
                    row.fullName(),
                    Binding.linesJson(Lines.pair(record.values(), knownLines(candidate, row), row)),
                    null,
                    0,
                    false);
        }

        /** The same record's lines keep what is known of them; another's are new to us. */
        private static List<Known.Line> knownLines(Candidate candidate, Row.Found row) {
            Binding binding = candidate.binding();
            return binding != null && binding.quickbooksId().equals(row.quickbooksId())
                    ? binding.known().lines()
                    : List.of();
        }
    }
}
