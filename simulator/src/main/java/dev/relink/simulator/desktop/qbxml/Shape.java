package dev.relink.simulator.desktop.qbxml;

import dev.relink.simulator.desktop.qbxml.FieldTable.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order of the elements in an answered object such as CustomerRet, and the version that introduced each. */
public final class Shape {
    private static final Map<String, Shape> OBJECTS = load();

    private final int position;
    private final QbxmlVersion since;
    private final boolean repeats;
    private final Map<String, Shape> below = new LinkedHashMap<>();

    private Shape(Row row, int position) {
        this.position = position;
        since = QbxmlVersion.orFirst(row.get("since"));
        repeats = row.get("repeat").equals("rep");
        for (Row child : row.below()) {
            below.put(child.name(), new Shape(child, below.size()));
        }
    }

    /** The shape of an object such as {@code CustomerRet}. */
    public static Shape of(String object) {
        Shape shape = OBJECTS.get(object);
        if (shape == null) {
            throw new IllegalArgumentException("No object " + object + " in the table of answers");
        }
        return shape;
    }

    /** Whether the object has such an element. */
    public boolean has(String child) {
        return below.containsKey(child);
    }

    /** The shape of a child, or null. */
    public @Nullable Shape below(String child) {
        return below.get(child);
    }

    /** Whether it may occur several times. */
    public boolean repeats() {
        return repeats;
    }

    /** The children that this shape knows at {@code version}, in wire order; the others are left out. */
    public List<Element> ordered(List<Element> children, QbxmlVersion version) {
        List<Element> ordered = new ArrayList<>(children.size());
        for (Element child : children) {
            Shape shape = below.get(child.name());
            if (shape != null && shape.since.compareTo(version) <= 0) {
                ordered.add(child);
            }
        }
        ordered.sort(Comparator.comparingInt(this::position));
        return ordered;
    }

    private int position(Element child) {
        Shape shape = below.get(child.name());
        return shape == null ? Integer.MAX_VALUE : shape.position;
    }

    private static Map<String, Shape> load() {
        Map<String, Shape> objects = new LinkedHashMap<>();
        FieldTable.read("objects.tsv").forEach((name, row) -> objects.put(name, new Shape(row, 0)));
        return Map.copyOf(objects);
    }
}
