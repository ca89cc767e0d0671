package dev.relink.repair;

import org.jspecify.annotations.Nullable;

/**
 * May it be done to this record? With what will happen, or why not and what to do instead.
 *
 * @param prospect of Clear ID; null for every other repair
 */
record Judgement(
        boolean accepted, String sentence, @Nullable Prospect prospect) {

    static Judgement yes(String effect) {
        return new Judgement(true, effect, null);
    }

    static Judgement no(String reason) {
        return new Judgement(false, reason, null);
    }

    Judgement with(Prospect other) {
        return new Judgement(accepted, sentence, other);
    }

    static final Judgement UNSETTLED =
            no("Refused: the answer to its last write is not known yet. It is looked up first at the next run.");
}
