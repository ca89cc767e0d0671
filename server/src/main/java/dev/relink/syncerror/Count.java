package dev.relink.syncerror;

/**
 * How many there are, counted no further than to a limit: beyond it nobody needs the exact number, and counting a
 * million rows at each click costs more than the page.
 *
 * @param n exact unless {@code more}
 * @param more there are more than {@code n}
 */
public record Count(long n, boolean more) {

    /** The last number that is told exactly. */
    public static final int LIMIT = 10_000;

    /** The same where words are sought: each match is looked at. */
    public static final int LIMIT_OF_WORDS = 2_500;

    public static final Count NONE = new Count(0, false);

    /** One more than where the count stopped stands for "more": as pages count. */
    public long counted() {
        return more ? n + 1 : n;
    }

    /** @param counted one more than {@code most} when there are more */
    static Count of(long counted, int most) {
        return counted > most ? new Count(most, true) : new Count(counted, false);
    }
}
