package dev.relink.admin;

import java.util.List;
import java.util.Map;

/** A list of records, or of those that are linked. */
public record RecordsView(Filter filter, List<RecordLine> lines, Pager pager) {

    /** Empty = any. {@code q}: in names, or an id of either side. */
    public record Filter(String q, String type, String state, int size, int page, boolean boundOnly) {

        static Filter of(Map<String, String> asked, boolean boundOnly) {
            return new Filter(
                    asked.getOrDefault("q", "").strip(),
                    asked.getOrDefault("type", ""),
                    asked.getOrDefault("state", ""),
                    Pager.size(asked.get("size")),
                    Queries.page(asked.get("page")),
                    boundOnly);
        }

        public boolean isFiltered() {
            return !(q + type + state).isEmpty();
        }

        Filter at(int otherPage) {
            return new Filter(q, type, state, size, otherPage, boundOnly);
        }

        public String query() {
            return Queries.of("q", q, "type", type, "state", state, "size", Pager.text(size));
        }
    }

    public List<Choice> types() {
        return Kind.choices();
    }

    public List<Choice> states() {
        return filter.boundOnly()
                ? List.of(new Choice("gone", "Gone in QuickBooks"), new Choice("alive", "Not known to be gone"))
                : RecordState.choices();
    }
}
