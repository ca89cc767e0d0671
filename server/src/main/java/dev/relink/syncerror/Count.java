package dev.relink.syncerror;

/**
 * How many there are: exact, but where words are sought, which are counted no further than to a limit.
 *
 * @param n exact unless {@code more}
 * @param more there are more than {@code n}
 */
public record Count(long n, boolean more) {

    /** The last row that a list is leafed through to, and the last number of what no tally is kept of. */
    public static final int LIMIT = 10_000;

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
