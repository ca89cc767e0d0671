package dev.relink.admin;

import org.jspecify.annotations.Nullable;

/**
 * The company whose page it is: its name in the top bar, its counts in the navigation.
 *
 * @param online QuickBooks Online: what is done is done within seconds, and its pages look as often
 * @param banner what is wrong with its connection; null = nothing
 * @param press a repair of thousands that is under way, or the end of the reader's own; null = none
 */
public record CompanyInFrame(
        String id,
        String name,
        boolean online,
        Counts counts,
        @Nullable Banner banner,
        @Nullable PressView press) {

    private static final int SECONDS_BETWEEN_RUNS_OF_DESKTOP = 15;

    private static final int SECONDS_BETWEEN_RUNS_OF_ONLINE = 3;

    /** Seconds after which an open page looks whether its numbers are still true. */
    public int looksAgainAfter() {
        return online ? SECONDS_BETWEEN_RUNS_OF_ONLINE : SECONDS_BETWEEN_RUNS_OF_DESKTOP;
    }

    public String address() {
        return "/companies/" + id;
    }
}
