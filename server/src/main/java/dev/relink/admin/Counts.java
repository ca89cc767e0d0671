package dev.relink.admin;

import dev.relink.tally.Tally;

/**
 * A company's records that are not in step, by what holds them.
 *
 * @param pending go by themselves, wait for a parent or for an approval
 * @param errors held until a person acts
 * @param inDoubt their answer was lost
 * @param approval of the pending: wait for somebody's yes
 */
public record Counts(long pending, long errors, long inDoubt, long approval) {

    public static final Counts NONE = new Counts(0, 0, 0, 0);

    static Counts of(Tally tally) {
        long approval = tally.pending("awaiting-approval", "first-link");
        return new Counts(
                tally.pending("waiting", "waiting-on-parent", "in-flight") + approval,
                tally.pending("held"),
                tally.pending("in-doubt"),
                approval);
    }
}
