package dev.relink.simulator.desktop.books;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds list elements by name and by full name without looking through lists. */
final class Names {
    private record Key(Space space, @Nullable String parentId, String folded) {}

    private final Map<Key, List<ListElement>> byKey = new HashMap<>();
    private final Switches switches;

    Names(Switches switches) {
        this.switches = switches;
    }

    void add(ListElement element) {
        byKey.computeIfAbsent(key(element), _ -> new ArrayList<>(1)).add(element);
    }

    void remove(ListElement element) {
        byKey.computeIfPresent(key(element), (_, named) -> {
            named.remove(element);
            return named.isEmpty() ? null : named;
        });
    }

    /** The element that already has the name that {@code heading} asks for, or null. */
    @Nullable
    ListElement clash(Space space, ListElement.Heading heading, @Nullable ListElement except) {
        List<ListElement> named = switches.namesUniqueBelowParentOnly
                ? named(space, heading.parent(), heading.name())
                : anywhere(space, heading.name());
        for (ListElement element : named) {
            if (element != except && (element.active() || switches.inactiveNamesCount)) {
                return element;
            }
        }
        return null;
    }

    /** Looks through all names. */
    private List<ListElement> anywhere(Space space, String name) {
        return byKey.entrySet().stream()
                .filter(entry -> entry.getKey().space() == space
                        && entry.getKey().folded().equals(fold(name)))
                .flatMap(entry -> same(entry.getValue(), name).stream())
                .toList();
    }

    /** The element of that full name, of one of {@code types}, or null. */
    @Nullable
    ListElement find(Collection<ListType> types, String fullName) {
        ListElement found = null;
        for (String name : fullName.split(":", -1)) {
            found = child(types, found, name);
            if (found == null) {
                return null;
            }
        }
        return found;
    }

    private @Nullable ListElement child(Collection<ListType> types, @Nullable ListElement parent, String name) {
        for (ListElement element : named(types.iterator().next().space(), parent, name)) {
            if (types.contains(element.type())) {
                return element;
            }
        }
        return null;
    }

    private List<ListElement> named(Space space, @Nullable ListElement parent, String name) {
        return same(
                byKey.getOrDefault(new Key(space, parent == null ? null : parent.id(), fold(name)), List.of()), name);
    }

    /** Of those that are alike but for case and blanks, those that are the same name as the switches have it. */
    private List<ListElement> same(List<ListElement> alike, String name) {
        if (switches.namesIgnoreCase && switches.namesTrimmed || alike.isEmpty()) {
            return alike;
        }
        String wanted = trimmed(name);
        return alike.stream()
                .filter(element -> switches.namesIgnoreCase
                        ? trimmed(element.name()).equalsIgnoreCase(wanted)
                        : trimmed(element.name()).equals(wanted))
                .toList();
    }

    private String trimmed(String name) {
        return switches.namesTrimmed ? name.strip() : name;
    }

    private static Key key(ListElement element) {
        ListElement parent = element.parent();
        return new Key(element.type().space(), parent == null ? null : parent.id(), fold(element.name()));
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
