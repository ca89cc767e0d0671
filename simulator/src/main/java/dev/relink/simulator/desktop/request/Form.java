package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.qbxml.Element;
import dev.relink.simulator.desktop.qbxml.Rule;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns fields named by their paths, as a person fills in a window, into an element in wire order, and back. */
public final class Form {
    private Form() {}

    /**
     * The element of that rule with these fields in it.
     *
     * @throws IllegalArgumentException for a path that the schema does not know
     */
    public static Element fill(Rule rule, Map<String, String> fields) {
        Element element = new Element(rule.name());
        fields.forEach((path, value) -> put(element, rule, path, value));
        return ordered(element, rule);
    }

    /** All leaves below an element by their path; the second of a name is {@code Name[1]} and so on. */
    public static Map<String, String> read(Element element) {
        Map<String, String> fields = new LinkedHashMap<>();
        read(element, "", fields);
        return fields;
    }

    private static void read(Element element, String prefix, Map<String, String> fields) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (Element child : element.children()) {
            int before = seen.merge(child.name(), 1, Integer::sum) - 1;
            String path = prefix + child.name() + (before == 0 ? "" : "[" + before + "]");
            if (child.children().isEmpty()) {
                fields.put(path, child.text());
            } else {
                read(child, path + "/", fields);
            }
        }
    }

    private static void put(Element element, Rule rule, String path, String value) {
        int slash = path.indexOf('/');
        String name = slash < 0 ? path : path.substring(0, slash);
        Rule below = rule.below(name);
        if (below == null || below.type() == null && slash < 0) {
            throw new IllegalArgumentException(rule.name() + " has no field " + path);
        }
        if (slash < 0) {
            element.set(name, value);
            return;
        }
        Element before = element.child(name);
        Element child = before == null ? new Element(name) : before;
        put(child, below, path.substring(slash + 1), value);
        element.set(child);
    }

    private static Element ordered(Element element, Rule rule) {
        Element ordered = Element.leaf(element.name(), element.text());
        element.children().stream()
                .sorted(Comparator.comparingInt(child -> rule.names().indexOf(child.name())))
                .forEach(child -> {
                    Rule below = rule.below(child.name());
                    ordered.add(below == null || below.type() != null ? child : ordered(child, below));
                });
        return ordered;
    }
}
