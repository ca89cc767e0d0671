package dev.relink.cycle;

import dev.relink.attempt.Attempt;
import dev.relink.attempt.StoredSet;
import dev.relink.connector.Answer;
import dev.relink.connector.MessageSet;
import dev.relink.connector.StatusCode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One kind of turn. A cycle asks its steps in order; the first that plans something is sent. */
interface Step {

    /** The kinds of message set whose answers are this step's. */
    Set<StoredSet.Kind> kinds();

    /** What to ask now; null when this step has nothing to do in this visit. */
    @Nullable
    Planned plan(Visit visit);

    /** Takes in the answer to a set of this step. */
    void accept(Visit visit, StoredSet set, Answer answer);

    /** No answer to a set of this step came that can be taken. What only reads may leave it at that: it is asked anew. */
    default void failed(Visit visit, StoredSet set, NoAnswer why) {}

    /**
     * @param code what stood in place of an answer, such as {@code hresult:0x80040400}; null when nothing did
     * @param isPassing the visit goes on after a pause: the same may be asked again
     */
    record NoAnswer(@Nullable StatusCode code, String why, boolean isPassing) {
        NoAnswer(@Nullable StatusCode code, String why) {
            this(code, why, false);
        }
    }

    /**
     * A message set to be committed and handed out.
     *
     * @param questions what a read-only set asks; empty for writes
     * @param attempts the writes of a set; empty for reads
     * @param body the exact bytes; null where they are still to be written
     */
    record Planned(
            StoredSet.Kind kind,
            MessageSet set,
            List<Question> questions,
            List<Attempt> attempts,
            byte @Nullable [] body) {

        Planned(StoredSet.Kind kind, MessageSet set, List<Question> questions, List<Attempt> attempts) {
            this(kind, set, questions, attempts, null);
        }

        /** Asks what became of a set of writes. */
        static Planned statusCheck(String id, byte[] body) {
            return new Planned(StoredSet.Kind.STATUS_CHECK, MessageSet.statusCheck(id), List.of(), List.of(), body);
        }

        static Planned reads(StoredSet.Kind kind, Questions questions) {
            return new Planned(
                    kind,
                    MessageSet.ofReads(
                            questions.list().stream().map(Question::request).toList()),
                    questions.list(),
                    List.of());
        }
    }
}
