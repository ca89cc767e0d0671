package dev.relink.repair;

/** May it be done to this record? With what will happen, or why not and what to do instead. */
record Judgement(boolean accepted, String sentence) {

    static Judgement yes(String effect) {
        return new Judgement(true, effect);
    }

    static Judgement no(String reason) {
        return new Judgement(false, reason);
    }

    static final Judgement UNSETTLED =
            no("Refused: the answer to its last write is not known yet. It is looked up first at the next run.");
}
