package dev.relink.simulator.desktop.qbxml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One element of a qbXML text: a leaf with text, or an aggregate with children. Not thread safe. */
public final class Element {
    private final String name;
    private String text = "";
    private List<Element> children = List.of();
    private Map<String, String> attributes = Map.of();

    /** An element without text, children or attributes. */
    public Element(String name) {
        this.name = name;
    }

    /** A leaf. */
    public static Element leaf(String name, String text) {
        Element leaf = new Element(name);
        leaf.text = text;
        return leaf;
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    void text(String newText) {
        text = newText;
    }

    /** The children in their present order; change them through {@link #add} and its like only. */
    public List<Element> children() {
        return children;
    }

    public Map<String, String> attributes() {
        return attributes;
    }

    /** The attribute, or null where it is absent. */
    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    /** Sets an attribute. */
    public Element with(String attribute, String value) {
        if (attributes.isEmpty()) {
            attributes = new LinkedHashMap<>(4);
        }
        attributes.put(attribute, value);
        return this;
    }

    /** Appends a child. */
    public Element add(Element child) {
        if (children.isEmpty()) {
            children = new ArrayList<>();
        }
        children.add(child);
        return this;
    }

    /** Appends a leaf. */
    public Element add(String leaf, String leafText) {
        return add(leaf(leaf, leafText));
    }

    /** Appends a leaf unless its text is null. */
    public Element addIf(String leaf, @Nullable String leafText) {
        return leafText == null ? this : add(leaf, leafText);
    }

    /** The first child of that name, or null. */
    public @Nullable Element child(String childName) {
        for (Element child : children) {
            if (child.name.equals(childName)) {
                return child;
            }
        }
        return null;
    }

    /** All children of that name. */
    public Stream<Element> all(String childName) {
        return children.stream().filter(child -> child.name.equals(childName));
    }

    /** The text of the first child of that name, or null. */
    public @Nullable String value(String childName) {
        Element child = child(childName);
        return child == null ? null : child.text;
    }

    /** Removes every child of that name. */
    public void remove(String childName) {
        if (child(childName) != null) {
            children.removeIf(child -> child.name.equals(childName));
        }
    }

    /** Puts the leaf in place of every child of its name. */
    public void set(String leaf, String leafText) {
        set(leaf(leaf, leafText));
    }

    /** Puts the child in place of every child of its name. */
    public void set(Element child) {
        remove(child.name);
        add(child);
    }

    /** A copy of all that is below this element under another name, without attributes. */
    public Element copyAs(String newName) {
        Element copy = leaf(newName, text);
        for (Element child : children) {
            copy.add(child.copyAs(child.name));
        }
        return copy;
    }

    @Override
    public String toString() {
        return QbxmlWriter.text(this);
    }
}
