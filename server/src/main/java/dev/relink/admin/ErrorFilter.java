package dev.relink.admin;

import dev.relink.syncerror.Wanted;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which errors are shown, and in which order. Empty = any.
 *
 * @param q in names, second lines, messages; or a record's id
 * @param cause code, a blank, variant
 * @param by {@code cause}, {@code record} or {@code age}
 * @param page from 1
 */
public record ErrorFilter(
        ErrorTab tab,
        String q,
        String type,
        String code,
        String cause,
        String family,
        String repair,
        String by,
        int page) {

    static ErrorFilter of(Map<String, String> asked) {
        String by = asked.getOrDefault("by", "");
        return new ErrorFilter(
                ErrorTab.of(asked.getOrDefault("tab", "")),
                asked.getOrDefault("q", "").strip(),
                asked.getOrDefault("type", ""),
                asked.getOrDefault("code", ""),
                asked.getOrDefault("cause", ""),
                asked.getOrDefault("family", ""),
                asked.getOrDefault("repair", ""),
                List.of("record", "age").contains(by) ? by : "cause",
                Queries.page(asked.get("page")));
    }

    /** Which errors these are; for a tab that shows errors. */
    Wanted wanted() {
        String[] causeParts = cause.split(" ", 2);
        return new Wanted(
                tab.isOfErrors() ? tab.errorState() : null,
                orNull(cause.isEmpty() ? code : causeParts[0]),
                cause.isEmpty() ? null : causeParts.length > 1 ? causeParts[1] : "",
                orNull(type),
                orNull(family),
                orNull(repair),
                orNull(q));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    public boolean isFiltered() {
        return !(q + type + code + cause + family + repair).isEmpty();
    }

    /** Grouped only where there is something to group: not within one cause, and not where nothing failed. */
    public boolean isGrouped() {
        return by.equals("cause") && cause.isEmpty() && (tab == ErrorTab.OPEN || tab == ErrorTab.RETRYING);
    }

    /** What the form of the ticked rows repeats, so that “all that match” means these. */
    public Map<String, String> fields() {
        return Map.of(
                "tab",
                tab.word(),
                "q",
                q,
                "type",
                type,
                "code",
                code,
                "cause",
                cause,
                "family",
                family,
                "repair",
                repair,
                "by",
                by);
    }

    /** After the {@code ?}, without the page. */
    public String query() {
        return Queries.of(
                "tab",
                tab == ErrorTab.OPEN ? "" : tab.word(),
                "q",
                q,
                "type",
                type,
                "code",
                code,
                "cause",
                cause,
                "family",
                family,
                "repair",
                repair,
                "by",
                by.equals("cause") ? "" : by);
    }

    public String to(ErrorTab other) {
        return other == ErrorTab.OPEN ? "" : "?tab=" + other.word();
    }

    public String orderedBy(String other) {
        return "?" + new ErrorFilter(tab, q, type, code, cause, family, repair, other, 1).query();
    }

    public String onlyCause(String other) {
        return "?" + new ErrorFilter(tab, q, type, code, other, family, repair, by, 1).query();
    }
}
