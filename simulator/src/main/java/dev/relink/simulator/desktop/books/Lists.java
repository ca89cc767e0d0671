package dev.relink.simulator.desktop.books;

import dev.relink.simulator.desktop.qbxml.Element;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All list elements, found by ListID, by record number and by full name without looking through lists. */
public final class Lists {
    private final Map<String, ListElement> byId = new HashMap<>();
    private final Map<String, ListElement> byNumber = new HashMap<>();
    private final Map<ListType, Map<String, ListElement>> byType = new EnumMap<>(ListType.class);
    private final Map<String, ListElement> merged = new HashMap<>();
    private final Switches switches;
    private final Names names;
    private final Usage usage;
    private final Ids ids;

    Lists(Switches switches, Usage usage, Ids ids) {
        this.switches = switches;
        this.names = new Names(switches);
        this.usage = usage;
        this.ids = ids;
    }

    /** The element of that ListID, or null. */
    public @Nullable ListElement get(String listId) {
        ListElement element = byId.get(listId);
        return element != null || switches.mergedIdDies ? element : merged.get(listId);
    }

    /** The element of that type with the record number of {@code listId} but perhaps another time of creation. */
    public @Nullable ListElement sameNumber(Space space, String listId) {
        return byNumber.get(numberKey(space, listId));
    }

    /** The element of that full name, of one of {@code types} (all of one space), or null. */
    public @Nullable ListElement find(Collection<ListType> types, String fullName) {
        return types.isEmpty() ? null : names.find(types, fullName);
    }

    /** The element that already has that name in that place, or null. */
    public @Nullable ListElement clash(ListType type, ListElement.Heading heading, @Nullable ListElement except) {
        return names.clash(type.space(), heading, except);
    }

    /** All elements of a type in the order of their creation. */
    public Collection<ListElement> all(ListType type) {
        return Collections.unmodifiableCollection(
                byType.getOrDefault(type, Map.of()).values());
    }

    /** Whether any record refers to it or stands below it. */
    public boolean inUse(ListElement element) {
        return usage.uses(element) || !element.children().isEmpty();
    }

    ListElement add(ListType type, ListElement.Heading heading, Element fields, Instant now) {
        String id = ids.list(type.space(), now);
        while (byId.containsKey(id)) { // another list may have given out the same number in the same second
            id = ids.list(type.space(), now);
        }
        ListElement element = new ListElement(type, id, now, fields, heading);
        put(element);
        return element;
    }

    void put(ListElement element) {
        byId.put(element.id(), element);
        byNumber.put(numberKey(element.type().space(), element.id()), element);
        byType.computeIfAbsent(element.type(), _ -> new LinkedHashMap<>()).put(element.id(), element);
        place(element);
        usage.add(element.fields());
    }

    void change(ListElement element, ListElement.Heading heading, Element fields) {
        names.remove(element);
        usage.remove(element.fields());
        if (element.parent() != null) {
            element.parent().children().remove(element);
        }
        element.heading(heading);
        element.replaceFields(fields);
        place(element);
        usage.add(fields);
    }

    void remove(ListElement element) {
        byId.remove(element.id());
        byNumber.remove(numberKey(element.type().space(), element.id()));
        byType.getOrDefault(element.type(), Map.of()).remove(element.id());
        names.remove(element);
        usage.remove(element.fields());
        if (element.parent() != null) {
            element.parent().children().remove(element);
        }
    }

    /** Moves what is below {@code gone} to below {@code kept}, who may be asked for under the id of the other. */
    void merge(ListElement gone, ListElement kept) {
        merged.replaceAll((_, survivor) -> survivor == gone ? kept : survivor);
        merged.put(gone.id(), kept);
        for (ListElement child : List.copyOf(gone.children())) {
            change(child, new ListElement.Heading(child.name(), kept, child.active()), child.fields());
        }
    }

    private void place(ListElement element) {
        names.add(element);
        if (element.parent() != null) {
            element.parent().children().add(element);
        }
    }

    private static String numberKey(Space space, String listId) {
        return space.name() + Ids.number(listId);
    }
}
