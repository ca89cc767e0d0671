package dev.relink.admin;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A page of the history. */
public record HistoryView(Filter filter, List<HistoryLine> lines, boolean hasOlder) {

    /** Empty = any. {@code q}: a record's id or name, an ID of QuickBooks, a code. */
    public record Filter(String q, String type, String outcome, long before) {

        static Filter of(Map<String, String> asked) {
            String before = asked.getOrDefault("before", "");
            return new Filter(
                    asked.getOrDefault("q", "").strip(),
                    asked.getOrDefault("type", ""),
                    asked.getOrDefault("outcome", ""),
                    before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE);
        }

        public boolean isFiltered() {
            return !(q + type + outcome).isEmpty();
        }
    }

    public List<Choice> outcomes() {
        return Stream.of(
                        "created",
                        "updated",
                        "failed",
                        "retry",
                        "in-doubt",
                        "looked-up",
                        "relinked",
                        "clear-id",
                        "send-again",
                        "skip",
                        "voided",
                        "deleted",
                        "made-inactive")
                .map(word -> new Choice(word, HistoryLine.words(word)))
                .toList();
    }

    public List<Choice> types() {
        return Kind.choices();
    }

    public String older() {
        return "?"
                + Queries.of(
                        "q",
                        filter.q(),
                        "type",
                        filter.type(),
                        "outcome",
                        filter.outcome(),
                        "before",
                        lines.isEmpty() ? "" : String.valueOf(lines.getLast().id()));
    }
}
