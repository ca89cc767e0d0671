package dev.relink.cycle;

/** What came of an answer. */
public sealed interface Progress {

    /** 0 to 99: more to do; 100: this run is over. */
    record Percent(int percent) implements Progress {}

    /**
     * QuickBooks did not take it just now: after a pause {@link Cycles#next} is asked again in this same visit.
     *
     * @param percent 0 to 99
     */
    record Later(int percent) implements Progress {}

    /** The answer belongs to nothing that was sent, or cannot be read; nothing was changed by it. The sentence goes to the user. */
    record NotExpected(String sentence) implements Progress {}
}
