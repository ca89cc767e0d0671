package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.ListElement;
import dev.relink.simulator.desktop.books.ListElement.Heading;
import dev.relink.simulator.desktop.books.ListType;
import dev.relink.simulator.desktop.books.Switches;
import dev.relink.simulator.desktop.qbxml.Element;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The name of a list element and its place in the list: 3130, 3090, 3100. */
final class NameChecks {
    private NameChecks() {}

    static void parent(Change change) throws RequestFailed {
        if (!(change.type() instanceof ListType type) || change.body().child("ParentRef") == null) {
            return;
        }
        ListElement parent = newParent(change, type);
        if (parent == null) {
            return;
        }
        boolean tooDeep = parent.sublevel() + 1 > type.deepestLevel();
        if (tooDeep && (change.call().switches().levelsLimited || type.deepestLevel() == 0)) {
            throw Status.badParent(parent.fullName(), type.list(), "The list is already at its deepest level.");
        }
        if (change.existing() instanceof ListElement element && parent.isWithin(element)) {
            throw Status.badParent(parent.fullName(), type.list(), "A record cannot stand below itself.");
        }
    }

    static void name(Change change) throws RequestFailed {
        if (!(change.type() instanceof ListType type) || change.kind() == Change.Kind.DELETE) {
            return;
        }
        Heading heading = heading(change, type);
        if (heading.name().isBlank()) {
            throw Status.missing("Name");
        }
        if (heading.name().indexOf(':') >= 0) {
            throw Status.colonInName(heading.name(), type.label().toLowerCase(Locale.ROOT) + " name");
        }
        ListElement except = change.existing() instanceof ListElement element ? element : null;
        if (change.books().lists().clash(type, heading, except) != null) {
            throw Status.nameInUse(heading.name());
        }
    }

    /** Name, place and activity after the change. */
    static Heading heading(Change change, ListType type) throws RequestFailed {
        ListElement before = change.existing() instanceof ListElement element ? element : null;
        Element parentRef = change.body().child("ParentRef");
        ListElement parent = parentRef == null ? (before == null ? null : before.parent()) : newParent(change, type);
        String active = change.body().value("IsActive");
        boolean isActive = active == null || active.isEmpty() ? before == null || before.active() : !isFalse(active);
        return new Heading(name(change, type, before), parent, isActive);
    }

    private static String name(Change change, ListType type, @Nullable ListElement before) {
        String name = type == ListType.EMPLOYEE
                ? personName(change.body(), before)
                : change.body().value("Name");
        if (name == null) {
            return before == null ? "" : before.name();
        }
        Switches switches = change.call().switches();
        return CodePage.stored(switches, switches.namesTrimmed ? name.strip() : name);
    }

    /** An employee has no name of its own: first, middle and last name make one. */
    private static String personName(Element body, @Nullable ListElement before) {
        Stream<String> parts = Stream.of("FirstName", "MiddleName", "LastName")
                .map(part -> {
                    String now = body.value(part);
                    return now != null || before == null ? now : before.fields().value(part);
                })
                .filter(Objects::nonNull)
                .filter(part -> !part.isEmpty());
        return String.join(" ", parts.toList());
    }

    private static @Nullable ListElement newParent(Change change, ListType type) throws RequestFailed {
        Element ref = Objects.requireNonNull(change.body().child("ParentRef"));
        String listId = ref.value("ListID");
        String fullName = ref.value("FullName");
        Books books = change.books();
        boolean byId = References.isById(books, listId, fullName);
        if (!byId && (fullName == null || fullName.isEmpty())) {
            return null;
        }
        String value = String.valueOf(byId ? listId : fullName);
        ListElement parent = byId ? books.lists().get(value) : books.lists().find(List.of(type), value);
        if (parent == null || parent.type() != type) {
            throw Status.noParent(value, type.list());
        }
        return parent;
    }

    private static boolean isFalse(String bool) {
        return bool.equals("false") || bool.equals("0");
    }
}
