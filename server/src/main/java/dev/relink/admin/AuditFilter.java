package dev.relink.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which acts are shown. Empty = any.
 *
 * @param who a part of the name
 * @param act a part of the sentence
 * @param q a part of the record or the person it was done to
 * @param company its id
 * @param from first day, UTC; {@code to} is the last; null = any
 * @param after the cursor of the last entry of the page before
 */
public record AuditFilter(
        String who,
        String act,
        String q,
        String company,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String after) {

    static AuditFilter of(Map<String, String> asked) {
        return new AuditFilter(
                asked.getOrDefault("who", "").strip(),
                asked.getOrDefault("act", "").strip(),
                asked.getOrDefault("q", "").strip(),
                asked.getOrDefault("company", ""),
                day(asked.getOrDefault("from", "")),
                day(asked.getOrDefault("to", "")),
                asked.getOrDefault("after", ""));
    }

    /** What is no day is none: the field shows that it was not understood by being empty. */
    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    public boolean isFiltered() {
        return !(who + act + q + company).isEmpty() || from != null || to != null;
    }

    public String fromText() {
        return from == null ? "" : from.toString();
    }

    public String toText() {
        return to == null ? "" : to.toString();
    }

    Instant since() {
        return from == null ? Instant.EPOCH : from.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** The end of the last day. */
    Instant until() {
        return to == null
                ? Instant.parse("9999-01-01T00:00:00Z")
                : to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** After the {@code ?}, without the place in the list. */
    public String query() {
        return Queries.of("who", who, "act", act, "q", q, "company", company, "from", fromText(), "to", toText());
    }

    public String older(String cursor) {
        return "?" + (isFiltered() ? query() + "&" : "") + Queries.of("after", cursor);
    }
}
