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

    public static final Count NONE = new Count(0, false);

    /** One more than the limit stands for "more": as pages count. */
    public long counted() {
        return more ? LIMIT + 1L : n;
    }

    /** @param counted one more than the limit when there are more */
    static Count of(long counted) {
        return new Count(Math.min(counted, LIMIT), counted > LIMIT);
    }
}
