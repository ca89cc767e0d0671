package dev.relink.admin;

import dev.relink.entity.RecordKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must still be told to QuickBooks, and why not yet. */
public record PendingView(Standing standing, List<Line> lines, List<Parent> parents, LinkRow link) {

    /**
     * One pending sync.
     *
     * @param verb in words: "Create"
     * @param code of the error after which it goes again; null = it has not failed
     * @param parent what it waits on, or what goes before it in the same run; null = nothing
     * @param parentName as that is called; empty = nothing
     */
    public record Line(
            RecordKey key,
            String name,
            String summary,
            String state,
            String verb,
            int tries,
            @Nullable String code,
            @Nullable Long error,
            @Nullable Instant nextTry,
            @Nullable RecordKey parent,
            String parentName,
            Instant queued) {

        public String keyText() {
            return key.type() + "/" + key.id();
        }

        public String address(Page page) {
            return page.at("/records/" + key.type() + "/" + Queries.encoded(key.id()));
        }

        public @Nullable String parentAddress(Page page) {
            return parent == null ? null : page.record(parent.type(), parent.id());
        }

        public String parentKind() {
            return parent == null ? "" : Kind.of(parent.type()).inSentence();
        }

        /** Why it has not gone yet, in a sentence; an error has sentences of its own. */
        String why() {
            return switch (state) {
                case "in-doubt" -> "Its answer was lost: looked up first at the next run";
                case "awaiting-approval" -> "Its flow is on approval";
                case "waiting-on-parent" -> "Waits on %s %s".formatted(parentKind(), parentName);
                case "in-flight" -> "Sent; its answer is awaited";
                case "first-link" -> "Somebody must say first what it is in QuickBooks";
                default ->
                    parent == null
                            ? "Waits for the next run"
                            : "Goes after %s %s, in the same run".formatted(parentKind(), parentName);
            };
        }

        /** What would be sent. */
        public String preview(Page page) {
            return page.at("/pending/" + key.type() + "/" + Queries.encoded(key.id()));
        }
    }

    /**
     * A record that others wait on.
     *
     * @param error of its sync error; null when it has none and goes before them in the same run
     * @param names of the first few that wait
     */
    public record Parent(
            RecordKey key,
            String name,
            @Nullable Long error,
            @Nullable String code,
            long waiting,
            String names) {

        public String address(Page page) {
            return error == null
                    ? page.at("/records/" + key.type() + "/" + Queries.encoded(key.id()))
                    : page.at("/errors/" + error);
        }
    }

    public List<Line> in(String state) {
        return lines.stream().filter(line -> line.state().equals(state)).toList();
    }

    public List<Line> next() {
        return lines.stream()
                .filter(line -> line.state().equals("waiting") || line.state().equals("in-flight"))
                .toList();
    }

    public String summary() {
        long pending = standing.pending();
        String doubt = standing.inDoubt() == 0 ? "" : ", and " + Times.grouped(standing.inDoubt()) + " in doubt";
        return pending == 0 && standing.inDoubt() == 0
                ? "Nothing is pending: what the app sent is in QuickBooks, held by an error, or skipped."
                : (pending == 1 ? "1 record" : Times.grouped(pending) + " records") + " still to be told to QuickBooks"
                        + doubt + ".";
    }

    public boolean isEmpty() {
        return standing.pending() + standing.inDoubt() == 0;
    }
}
