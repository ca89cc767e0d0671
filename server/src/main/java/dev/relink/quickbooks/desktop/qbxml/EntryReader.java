package dev.relink.quickbooks.desktop.qbxml;

import dev.relink.connector.Row;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what is no record of ours: entries of QuickBooks' own lists, and of its lists of deleted things. */
final class EntryReader {

    /** Kept beside the facts, or of no use to anybody. */
    private static final List<String> NO_FACTS =
            List.of("ListID", "TxnID", "TimeCreated", "TimeModified", "EditSequence", "Name", "FullName", "IsActive");

    private static final Map<String, String> TYPE_BY_ELEMENT = EntityTypes.all().stream()
            .flatMap(type ->
                    type.forms().stream().map(Form::element).distinct().map(element -> Map.entry(element, type)))
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> entry.getValue().name(), (first, second) -> first));

    private final QbxmlReader xml;

    EntryReader(QbxmlReader xml) {
        this.xml = xml;
    }

    /** @param list our name for the list; null to take it from the element: {@code OtherNameRet} is {@code other-name} */
    Row.Entry entry(@Nullable String list) {
        var element = xml.name();
        var parts = leaves();
        var facts = new LinkedHashMap<>(parts);
        NO_FACTS.forEach(facts::remove);
        return new Row.Entry(
                list == null ? words(element.substring(0, element.length() - "Ret".length())) : list,
                parts.getOrDefault("ListID", parts.getOrDefault("TxnID", "")),
                parts.getOrDefault("FullName", parts.getOrDefault("Name", "")),
                !"false".equals(parts.get("IsActive")),
                Map.copyOf(facts));
    }

    Row.Deleted deleted() {
        var parts = leaves();
        var element = parts.getOrDefault("ListDelType", parts.getOrDefault("TxnDelType", ""));
        return new Row.Deleted(
                TYPE_BY_ELEMENT.getOrDefault(element, element),
                parts.getOrDefault("ListID", parts.getOrDefault("TxnID", "")),
                parts.getOrDefault("FullName", parts.getOrDefault("RefNumber", "")),
                parts.get("TimeDeleted"));
    }

    private Map<String, String> leaves() {
        var leaves = new LinkedHashMap<String, String>();
        while (xml.nextChild()) {
            var name = xml.name();
            var text = xml.text();
            if (text != null && !text.isBlank()) {
                leaves.put(name, text.strip());
            }
        }
        return leaves;
    }

    private static String words(String element) {
        return element.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
