package dev.relink.cycle;

import dev.relink.attempt.MessageSets;
import dev.relink.connector.Answer;
import dev.relink.connector.Row;
import dev.relink.entity.RecordKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * After an administrator has confirmed another company file, or a restored one: is what we are bound to in it? And after
 * deletions that nobody told: is it still there? Asked by id before a record is sent, for it and for all that it refers to.
 * Nothing is written to what is not proven.
 */
@Component
final class Proving {

    private static final int AT_ONCE = 150;

    private final Proofs proofs;
    private final BrokenBindings broken;
    private final MessageSets sets;
    private final Outcomes outcomes;

    Proving(Proofs proofs, BrokenBindings broken, MessageSets sets, Outcomes outcomes) {
        this.proofs = proofs;
        this.broken = broken;
        this.sets = sets;
        this.outcomes = outcomes;
    }

    /** What to ask now; null when all that could be sent next is proven. */
    @Nullable
    Questions ask(Visit visit) {
        if (sets.unresolved(visit.company()).isPresent()) {
            return null; // no write goes out anyway
        }
        List<Proofs.Unproven> next = proofs.next(visit.company(), visit.epoch(), AT_ONCE);
        if (next.isEmpty()) {
            return null;
        }
        var questions = new Questions();
        next.forEach(one -> questions.id(one.key(), one.key().type(), one.quickbooksId()));
        return questions;
    }

    void take(Visit visit, List<Question> questions, Answer answer) {
        List<Proofs.Unproven> asked = proofs.of(visit.company(), keys(questions));
        Gathered gathered = Gathered.read(answer, questions, Set.of(), outcomes);
        var proven = new ArrayList<RecordKey>();
        var left = new ArrayList<RecordKey>();
        var missing = new LinkedHashMap<RecordKey, BrokenBindings.Broken>();
        for (Proofs.Unproven one : asked) {
            Row.Found found = gathered.about(one.key(), one.quickbooksId());
            if (!gathered.isComplete(one.key())) {
                left.add(one.key());
            } else if (found != null && isThis(one, found)) {
                proven.add(one.key());
            } else {
                missing.put(one.key(), new BrokenBindings.Broken(one.quickbooksId(), why(one, found)));
            }
        }
        proofs.proven(visit.company(), proven);
        broken.missing(visit, missing);
        proofs.leave(visit.company(), left, visit.epoch());
    }

    /** In the same file an id stays with what it was given to, whatever its name is by now. */
    private static boolean isThis(Proofs.Unproven one, Row.Found found) {
        return !one.inOtherFile() || found.fullName().equalsIgnoreCase(one.fullName());
    }

    private static String why(Proofs.Unproven one, Row.@Nullable Found found) {
        if (!one.inOtherFile()) {
            return "QuickBooks does not have \"%s\" (%s) any more: it was deleted by somebody there, or merged."
                    .formatted(one.fullName(), one.quickbooksId());
        }
        return found == null
                ? "The company file that an administrator confirmed does not have \"%s\" (%s)."
                        .formatted(one.fullName(), one.quickbooksId())
                : "The company file that an administrator confirmed has \"%s\" under the ID %s, not \"%s\"."
                        .formatted(found.fullName(), one.quickbooksId(), one.fullName());
    }

    private static List<RecordKey> keys(List<Question> questions) {
        return questions.stream()
                .map(question -> Objects.requireNonNull(question.about()))
                .toList();
    }
}
