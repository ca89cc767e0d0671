package dev.relink.admin;

import java.util.Map;

/**
 * How a company's records stand. Each is in exactly one state, so the sum is always right: all = in step + pending +
 * errors + in doubt + skipped.
 *
 * @param byState pending syncs by their state
 * @param retrying of those that go at the next run: they failed before
 * @param resolved failed within the last week and in step now; 0 where nobody asked
 * @param skipped by a person, or of a type whose flow is off
 */
public record Standing(long all, Map<String, Long> byState, long retrying, long skipped, long resolved) {

    public Standing {
        byState = Map.copyOf(byState);
    }

    Standing resolved(long count) {
        return new Standing(all, byState, retrying, skipped, count);
    }

    public long errors() {
        return in("held");
    }

    public long inDoubt() {
        return in("in-doubt");
    }

    public long onParent() {
        return in("waiting-on-parent");
    }

    public long awaitingApproval() {
        return in("awaiting-approval");
    }

    /** Waits in the first link for somebody to say what it is in QuickBooks. */
    public long firstLink() {
        return in("first-link");
    }

    /** Goes by itself at the next run, or is under way. */
    public long next() {
        return in("waiting") + in("in-flight");
    }

    public long pending() {
        return next() + onParent() + awaitingApproval() + firstLink();
    }

    public long inStep() {
        return all - pending() - errors() - inDoubt() - skipped;
    }

    public long of(ErrorTab tab) {
        return switch (tab) {
            case OPEN -> errors();
            case WAITING_ON_PARENT -> onParent();
            case IN_DOUBT -> inDoubt();
            case RETRYING -> retrying;
            case RESOLVED -> resolved;
            case SKIPPED -> skipped;
        };
    }

    private long in(String state) {
        return byState.getOrDefault(state, 0L);
    }
}
