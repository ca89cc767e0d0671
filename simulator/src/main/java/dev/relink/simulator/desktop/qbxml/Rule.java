package dev.relink.simulator.desktop.qbxml;

import dev.relink.simulator.desktop.qbxml.FieldTable.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the schema says of one element of a request. */
public final class Rule {
    private final String name;
    private final @Nullable ValueType type;
    private final boolean required;
    private final boolean repeats;
    private final int maxLength;
    private final QbxmlVersion since;
    private final Set<String> words;
    private final Set<String> attributes;
    private final Map<String, Rule> below = new LinkedHashMap<>();
    private final ContentModel content;

    Rule(Row row) {
        name = row.name();
        type = row.get("type").startsWith("(") ? null : ValueType.valueOf(row.get("type"));
        required = row.get("required").equals("req");
        repeats = row.get("repeat").equals("rep");
        maxLength = row.get("max_len").isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(row.get("max_len"));
        since = QbxmlVersion.orFirst(row.get("since"));
        words = row.get("enum").isEmpty() ? Set.of() : Set.of(row.get("enum").split("\\|"));
        attributes = attributes(row.get("notes"));
        row.below().forEach(child -> below.put(child.name(), new Rule(child)));
        content = ContentModel.of(row.below(), below, 0);
    }

    public String name() {
        return name;
    }

    /** Null for an aggregate. */
    public @Nullable ValueType type() {
        return type;
    }

    public boolean required() {
        return required;
    }

    public boolean repeats() {
        return repeats;
    }

    /** In characters; {@link Integer#MAX_VALUE} where there is no limit. */
    public int maxLength() {
        return maxLength;
    }

    /** Whether {@code word} is one of the enumeration; true where there is none. */
    public boolean knows(String word) {
        return words.isEmpty() || word.isEmpty() || words.contains(word);
    }

    /** The rule of a child, or null. */
    public @Nullable Rule below(String child) {
        return below.get(child);
    }

    /** Names of the children in wire order. */
    public List<String> names() {
        return List.copyOf(below.keySet());
    }

    /** Names, order and number of everything in and below {@code element}. */
    void structure(Element element, QbxmlVersion version) throws StructureError {
        if (since.compareTo(version) > 0) {
            throw new StructureError(name + " is not part of qbXML " + version + ", only of " + since + " and later");
        }
        if (type != null) {
            leaf(element);
            return;
        }
        int taken = content.take(element.children(), 0);
        if (taken < element.children().size()) {
            throw new StructureError(
                    "the element " + element.children().get(taken).name() + " in " + name
                            + " is not known or stands in the wrong place");
        }
        for (Element child : element.children()) {
            Rule rule = below.get(child.name());
            if (rule != null) {
                rule.structure(child, version);
            }
        }
    }

    void attributes(Element element) throws StructureError {
        for (String attribute : element.attributes().keySet()) {
            if (!attributes.contains(attribute)) {
                throw new StructureError("the attribute " + attribute + " of " + name + " is not known");
            }
        }
    }

    private void leaf(Element element) throws StructureError {
        if (!element.children().isEmpty()) {
            throw new StructureError("the element " + name + " may hold text only");
        }
    }

    private static Set<String> attributes(String notes) {
        int at = notes.indexOf("attributes: ");
        return at < 0
                ? Set.of()
                : Set.of(notes.substring(at + "attributes: ".length()).split(" "));
    }
}
