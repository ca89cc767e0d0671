package dev.relink.admin;

import dev.relink.syncerror.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which errors are shown, and in which order. Empty = any. All of it stands in the address, so that a view can be kept.
 *
 * @param q in names, second lines, messages; or a record's id
 * @param cause code, a blank, variant: what is mended together
 * @param who the word of {@link dev.relink.catalogue.WhoCanFix}
 * @param on type, slash, id: only what waits on that record
 * @param by {@code cause}, {@code record}, {@code age}, {@code tried} or {@code blocks}
 * @param size rows on a page
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
        String who,
        String on,
        String by,
        int size,
        int page) {

    private static final List<String> ORDERS = List.of("cause", "record", "age", "tried", "blocks");

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
                asked.getOrDefault("who", ""),
                asked.getOrDefault("on", ""),
                ORDERS.contains(by) ? by : ORDERS.getFirst(),
                Pager.size(asked.get("size")),
                Queries.page(asked.get("page")));
    }

    public boolean isFiltered() {
        return !(q + type + code + cause + family + repair + who + on).isEmpty();
    }

    /** Grouped only where there is something to group: not within one cause, and not where nothing failed. */
    public boolean isGrouped() {
        return by.equals("cause") && cause.isEmpty() && (tab == ErrorTab.OPEN || tab == ErrorTab.RETRYING);
    }

    /** Which errors these are, but for who can mend them; for a tab that shows errors. */
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

    /** What the form of the ticked rows repeats, so that “all that match” means these. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("tab", tab == ErrorTab.OPEN ? "" : tab.word());
        fields.put("q", q);
        fields.put("type", type);
        fields.put("code", code);
        fields.put("cause", cause);
        fields.put("family", family);
        fields.put("repair", repair);
        fields.put("who", who);
        fields.put("on", on);
        fields.put("by", by.equals(ORDERS.getFirst()) ? "" : by);
        fields.put("size", Pager.text(size));
        return fields;
    }

    /** After the {@code ?}, without the page; what is named in turn with its value is another. */
    String query(String... changed) {
        Map<String, String> fields = fields();
        for (int i = 0; i < changed.length; i += 2) {
            fields.put(changed[i], changed[i + 1]);
        }
        List<String> parts = new ArrayList<>();
        fields.forEach((name, value) -> parts.addAll(List.of(name, value)));
        return Queries.of(parts.toArray(String[]::new));
    }

    /** For the CSV file, and for a view that is kept. */
    public String whole() {
        return query();
    }

    public String to(ErrorTab other) {
        return other == ErrorTab.OPEN ? "" : "?tab=" + other.word();
    }

    public String orderedBy(String other) {
        return "?" + query("by", other);
    }

    public String onlyCause(String other) {
        return "?" + query("cause", other);
    }
}
