package dev.relink.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company's overview.
 *
 * @param next how many of each type go at the next run
 */
public record OverviewView(
        Standing standing, List<Cause> causes, Days days, List<Act> acts, List<Choice> next, LinkRow link) {

    private static final int FIRST = 5;

    /** What came of it at the next run. */
    public record Followed(String outcome, Instant at, String code) {

        public String words() {
            return HistoryLine.words(outcome) + (code.isEmpty() ? "" : " with " + code);
        }
    }

    /** What somebody did, to how many records at once. */
    public record Act(
            Instant at,
            String actor,
            String act,
            long records,
            String type,
            String recordId,
            String name,
            @Nullable Followed followed) {

        /** For the middle of a sentence: "skipped". */
        public String did() {
            return HistoryLine.did(act);
        }

        public String address(Page page) {
            return page.at("/records/" + type + "/" + Queries.encoded(recordId));
        }

        public String icon() {
            return HistoryLine.icon(act);
        }

        public boolean isOne() {
            return records == 1 && !type.isEmpty();
        }

        public Kind kind() {
            return Kind.of(type);
        }
    }

    public boolean isInStep() {
        return standing.all() > 0
                && standing.errors() == 0
                && standing.inDoubt() == 0
                && standing.pending() == 0
                && link.health().tone() != Tone.ERROR;
    }

    public Tone tone() {
        if (link.health().tone() == Tone.ERROR || standing.errors() > 0) {
            return Tone.ERROR;
        }
        if (standing.inDoubt() > 0) {
            return Tone.DOUBT;
        }
        if (standing.awaitingApproval() > 0 || link.health().tone() == Tone.YOU) {
            return Tone.YOU;
        }
        return standing.pending() > 0 || standing.all() == 0 ? Tone.WAIT : Tone.OK;
    }

    /** The one sentence. */
    public String verdict() {
        if (link.isStopped()) {
            return "Stopped: nothing is sent until somebody looks at the company file.";
        }
        if (standing.all() == 0) {
            return "Nothing here yet: the app has sent no record.";
        }
        long errors = standing.errors();
        String approval = standing.awaitingApproval() == 0
                ? ""
                : Times.grouped(standing.awaitingApproval()) + (standing.awaitingApproval() == 1 ? " waits" : " wait")
                        + " for your approval";
        if (errors > 0) {
            long held = errors + standing.onParent();
            return "Not in step: " + (errors == 1 ? "1 error holds" : Times.grouped(errors) + " errors hold") + " back "
                    + records(held) + (approval.isEmpty() ? "." : ", and " + approval + ".");
        }
        if (!approval.isEmpty()) {
            return "No errors; " + approval + ".";
        }
        if (standing.inDoubt() > 0) {
            return "No errors; " + records(standing.inDoubt()) + " in doubt, looked up first at the next run.";
        }
        return standing.pending() > 0
                ? "No errors: " + records(standing.pending()) + (standing.pending() == 1 ? " goes" : " go")
                        + " at the next run."
                : "Everything is in step.";
    }

    public String subline() {
        if (link.isStopped()) {
            return link.stoppedMeans();
        }
        String inStep = Times.grouped(standing.inStep()) + " of " + records(standing.all()) + " in step.";
        long blocking = causes.stream().filter(cause -> cause.blocked() > 0).count();
        long blocked = causes.stream().mapToLong(Cause::blocked).sum();
        return blocking == 0
                ? inStep
                : inStep + " Fixing " + (blocking == 1 ? "one cause" : blocking + " causes") + " below frees "
                        + (blocked == 1 ? "the one record that waits" : "the " + Times.grouped(blocked) + " that wait")
                        + " behind " + (blocking == 1 ? "it." : "them.");
    }

    private static String records(long n) {
        return n == 1 ? "1 record" : Times.grouped(n) + " records";
    }

    /** "11 synced, 4 failed"; what was nothing is left out. */
    public String run() {
        var run = link.run();
        List<String> parts = new ArrayList<>();
        if (run.synced() > 0) {
            parts.add(Times.grouped(run.synced()) + " synced");
        }
        if (run.failed() > 0) {
            parts.add(Times.grouped(run.failed()) + " failed");
        }
        if (run.inDoubt() > 0) {
            parts.add(Times.grouped(run.inDoubt()) + " in doubt");
        }
        return parts.isEmpty() ? "nothing was written" : String.join(", ", parts);
    }

    public List<Cause> first() {
        return causes.stream().limit(FIRST).toList();
    }

    public String pendingParts() {
        List<String> parts = new ArrayList<>();
        parts.add(Times.grouped(standing.next()) + " next");
        if (standing.onParent() > 0) {
            parts.add(Times.grouped(standing.onParent()) + " behind");
        }
        if (standing.awaitingApproval() > 0) {
            parts.add(Times.grouped(standing.awaitingApproval()) + " approval");
        }
        return String.join(" · ", parts);
    }

    /** "4 customers, 1 item" */
    public String nextByType() {
        return String.join(
                ", ",
                next.stream()
                        .map(kind -> Kind.of(kind.value()).counted(Long.parseLong(kind.label())))
                        .toList());
    }
}
