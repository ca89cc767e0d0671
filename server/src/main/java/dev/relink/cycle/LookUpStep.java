package dev.relink.cycle;

import dev.relink.attempt.Marker;
import dev.relink.attempt.StoredSet;
import dev.relink.binding.Binding;
import dev.relink.connector.Answer;
import dev.relink.entity.RecordKey;
import dev.relink.entity.Value;
import dev.relink.pending.Candidate;
import dev.relink.pending.Candidates;
import dev.relink.pending.Mode;
import dev.relink.pending.PendingSyncs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Looks up what must be found before it is sent: after Clear ID, a pasted id, a stale edit token, a name clash. */
@Component
@Order(4)
final class LookUpStep implements Step {

    /** Records per set of look-ups; each asks up to three questions. */
    private static final int AT_ONCE = 150;

    /** With employees, and on Desktop with other names. */
    private static final Set<String> SHARE_NAMES = Set.of("customer", "vendor");

    private final Candidates queue;
    private final PendingSyncs pendings;
    private final Prepared prepared;
    private final Outcomes outcomes;
    private final Findings findings;

    LookUpStep(Candidates queue, PendingSyncs pendings, Prepared prepared, Outcomes outcomes, Findings findings) {
        this.queue = queue;
        this.pendings = pendings;
        this.prepared = prepared;
        this.outcomes = outcomes;
        this.findings = findings;
    }

    @Override
    public Set<StoredSet.Kind> kinds() {
        return Set.of(StoredSet.Kind.LOOK_UP);
    }

    @Override
    public @Nullable Planned plan(Visit visit) {
        List<Candidate> candidates = Candidate.together(queue.toLookUp(visit.company(), visit.epoch(), AT_ONCE));
        if (candidates.isEmpty()) {
            return null;
        }
        Map<RecordKey, Prepared.Ready> ready = prepared.of(visit.company(), candidates);
        var questions = new Questions();
        var orphans = new ArrayList<RecordKey>();
        for (Candidate candidate : candidates) {
            Prepared.Ready record = Objects.requireNonNull(ready.get(candidate.key()));
            if (record.missing() != null && candidate.lookUp() == Mode.FIND_OR_CREATE) {
                orphans.add(candidate.key());
            } else {
                ask(questions, candidate, record);
            }
        }
        if (!orphans.isEmpty()) {
            pendings.parents().waitOnParents(visit.company(), orphans);
            pendings.leave(visit.company(), orphans, visit.epoch());
        }
        return questions.isEmpty() ? plan(visit) : Planned.reads(StoredSet.Kind.LOOK_UP, questions);
    }

    private static void ask(Questions questions, Candidate candidate, Prepared.Ready record) {
        LookFor lookFor = LookFor.of(candidate.lookFor());
        String type = candidate.key().type();
        if (candidate.held()) {
            whoHasIt(questions, candidate.key(), record);
            return;
        }
        switch (candidate.lookUp()) {
            case READ_AGAIN ->
                questions.id(candidate.key(), type, bound(candidate).quickbooksId());
            case TRACE -> Tracing.ask(questions, candidate, record);
            case CHECK_BINDING -> questions.id(candidate.key(), type, Objects.requireNonNull(lookFor.quickbooksId()));
            case FIND_OR_CREATE, SEND -> {
                if (lookFor.quickbooksId() != null) {
                    questions.id(candidate.key(), type, lookFor.quickbooksId());
                }
                byNaturalKey(questions, candidate.key(), record);
            }
        }
    }

    /** The name or the number that is taken. */
    private static void whoHasIt(Questions questions, RecordKey key, Prepared.Ready record) {
        if (SHARE_NAMES.contains(record.type().name())) {
            questions.anyName(key, record.fullName());
        }
        byNaturalKey(questions, key, record);
    }

    /** By name, or by number, customer and date. */
    static void byNaturalKey(Questions questions, RecordKey key, Prepared.Ready record) {
        if (record.type().isList()) {
            questions.name(key, record.fullName());
            return;
        }
        String number = record.values().text("number");
        if (number != null) {
            questions.number(key, number);
        }
        String party = Twins.party(record.values());
        if (party != null && record.values().get("date") instanceof Value.Day day) {
            questions.party(key, party, day.date());
        }
    }

    /** The id of QuickBooks that is asked for; null when it is sought by other means. */
    static @Nullable String idOf(Candidate candidate) {
        Binding binding = candidate.binding();
        return candidate.lookUp() == Mode.READ_AGAIN && binding != null
                ? binding.quickbooksId()
                : LookFor.of(candidate.lookFor()).quickbooksId();
    }

    private static Binding bound(Candidate candidate) {
        return Objects.requireNonNull(candidate.binding(), "a stale edit token needs a binding");
    }

    @Override
    public void accept(Visit visit, StoredSet set, Answer answer) {
        List<Question> questions = Question.list(set.plan());
        List<Candidate> asked = queue.of(visit.company(), keys(questions));
        Map<RecordKey, Prepared.Ready> ready = prepared.of(visit.company(), asked);
        List<Candidate> candidates = stillAsking(asked, ready, questions);
        Set<String> markers = candidates.stream()
                .map(candidate -> Marker.of(visit.company(), candidate.key(), candidate.generation()))
                .collect(Collectors.toSet());
        Gathered gathered = Gathered.read(answer, questions, markers, outcomes);
        findings.act(visit, candidates, ready, prepared.agreed(visit.company(), candidates), gathered);
    }

    /** Halved until the one whose look-up QuickBooks or Relink cannot read is alone; that one is held. */
    @Override
    public void failed(Visit visit, StoredSet set, NoAnswer why) {
        if (why.code() != null && !outcomes.isRefusedWhole(why.code(), why.why())) {
            return; // QuickBooks was not reached: nothing is wrong with what was asked
        }
        List<Candidate> asked = queue.of(visit.company(), keys(Question.list(set.plan())));
        if (asked.size() == 1) {
            findings.notReadable(visit, asked.getFirst(), why);
        } else {
            pendings.inSmallerSets(
                    visit.company(), asked.stream().map(Candidate::key).toList(), (asked.size() + 1) / 2);
        }
    }

    private static Set<RecordKey> keys(List<Question> questions) {
        return questions.stream()
                .map(question -> Objects.requireNonNull(question.about()))
                .collect(Collectors.toSet());
    }

    /**
     * Those of whom the same would be asked now. The app or a person may have changed a record since it was asked about:
     * then the answer says nothing of it, and it is looked up anew.
     */
    private static List<Candidate> stillAsking(
            List<Candidate> asked, Map<RecordKey, Prepared.Ready> ready, List<Question> questions) {
        Set<Question> then = questions.stream().map(Question::unnumbered).collect(Collectors.toSet());
        return asked.stream()
                .filter(candidate -> candidate.isLookedUp())
                .filter(candidate -> {
                    var now = new Questions();
                    ask(now, candidate, Objects.requireNonNull(ready.get(candidate.key())));
                    return now.list().stream().map(Question::unnumbered).allMatch(then::contains);
                })
                .toList();
    }
}
