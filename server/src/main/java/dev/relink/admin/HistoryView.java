package dev.relink.admin;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page of the history. */
public record HistoryView(Filter filter, List<HistoryLine> lines, boolean hasOlder) {

    /**
     * Empty and null = any.
     *
     * @param q a record's id or name, an ID of QuickBooks, a code, words of a message, who did it
     * @param from a day of UTC, and so {@code to}; both included
     */
    public record Filter(
            String q,
            String type,
            String outcome,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int size,
            long before) {

        static Filter of(Map<String, String> asked) {
            String before = asked.getOrDefault("before", "");
            return new Filter(
                    asked.getOrDefault("q", "").strip(),
                    asked.getOrDefault("type", ""),
                    asked.getOrDefault("outcome", ""),
                    day(asked.get("from")),
                    day(asked.get("to")),
                    Pager.size(asked.get("size")),
                    before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE);
        }

        private static @Nullable LocalDate day(@Nullable String text) {
            try {
                return text == null || text.isBlank() ? null : LocalDate.parse(text);
            } catch (DateTimeParseException noDay) {
                return null;
            }
        }

        public boolean isFiltered() {
            return !(q + type + outcome).isEmpty() || from != null || to != null;
        }

        /** From the next older line on. */
        Filter before(long line) {
            return new Filter(q, type, outcome, from, to, size, line);
        }

        /** After a {@code ?}. */
        public String query() {
            return Queries.of(
                    "q",
                    q,
                    "type",
                    type,
                    "outcome",
                    outcome,
                    "from",
                    text(from),
                    "to",
                    text(to),
                    "size",
                    Pager.text(size));
        }

        public static String text(@Nullable LocalDate day) {
            return day == null ? "" : day.toString();
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
        String query = filter.query();
        return "?" + query + (query.isEmpty() ? "" : "&") + "before="
                + (lines.isEmpty() ? "" : lines.getLast().id());
    }
}
