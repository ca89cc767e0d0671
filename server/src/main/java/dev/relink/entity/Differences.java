package dev.relink.entity;

import dev.relink.entity.Value.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares what we want with what was found, field by field: only fields that the app manages count. */
public final class Differences {

    private Differences() {}

    /** For QuickBooks Desktop. References must be resolved: one that is not yet cannot be compared and counts as equal. */
    public static List<Difference> between(EntityType type, Values wanted, Values found) {
        return between(type, wanted, found, QuickBooks.DESKTOP);
    }

    public static List<Difference> between(EntityType type, Values wanted, Values found, QuickBooks quickbooks) {
        var differences = new ArrayList<Difference>();
        compare(type.fields(), Views.of(type, wanted, quickbooks), Views.of(type, found, quickbooks), "", differences);
        return differences;
    }

    private static void compare(
            List<Field> fields, Values wanted, Values found, String pointer, List<Difference> differences) {
        for (var field : fields) {
            var want = wanted.get(field.name());
            var have = found.get(field.name());
            var here = pointer + "/" + field.name();
            if (want instanceof Value.Lines(var wantedLines)
                    && have instanceof Value.Lines(var foundLines)
                    && wantedLines.size() == foundLines.size()
                    && field.kind() instanceof Kind.Lines kind) {
                for (int i = 0; i < wantedLines.size(); i++) {
                    compare(kind.columns(), wantedLines.get(i), foundLines.get(i), here + "/" + i, differences);
                }
            } else if (want != null && !isOurs(field) && !same(want, have)) {
                differences.add(new Difference(here, words(want), words(have)));
            }
        }
    }

    /** The app's own id of a line never travels. */
    private static boolean isOurs(Field field) {
        return field.name().equals("id");
    }

    /** Whether two values mean the same; nothing, absent and blank are one. */
    static boolean same(@Nullable Value wanted, @Nullable Value found) {
        if (wanted == null || found == null || isEmpty(wanted) || isEmpty(found)) {
            return isEmpty(wanted) && isEmpty(found);
        }
        return switch (wanted) {
            case Reference.ToRecord _ -> !(found instanceof Reference.ToRecord) || wanted.equals(found);
            case Reference.ByName(var name) -> sameName(name, nameOf(found));
            case Reference.ToQuickBooks(var id, var name)
            when found instanceof Reference.ToQuickBooks there ->
                id != null && there.quickbooksId() != null
                        ? id.equals(there.quickbooksId())
                        : sameName(name, there.fullName());
            default -> wanted.equals(found);
        };
    }

    private static boolean sameName(@Nullable String one, @Nullable String other) {
        return one != null && one.equalsIgnoreCase(other == null ? "" : other);
    }

    private static @Nullable String nameOf(@Nullable Value value) {
        return switch (value) {
            case Reference.ByName(var name) -> name;
            case Reference.ToQuickBooks(var _, var name) -> name;
            case null, default -> null;
        };
    }

    private static boolean isEmpty(@Nullable Value value) {
        return switch (value) {
            case null -> true;
            case Value.Nothing _ -> true;
            case Value.Text(var text) -> text.isBlank();
            case Value.Lines(var lines) -> lines.isEmpty();
            case Value.Address address -> words(address).isEmpty();
            default -> false;
        };
    }

    private static String words(@Nullable Value value) {
        return switch (value) {
            case null -> "nothing";
            case Value.Nothing _ -> "nothing";
            case Value.Text(var text) -> text.isBlank() ? "nothing" : text;
            case Value.Flag(var on) -> on ? "yes" : "no";
            case Value.Day(var date) -> date.toString();
            case Value.Number(var number) -> number.toPlainString();
            case Value.Lines(var lines) -> lines.size() == 1 ? "1 line" : lines.size() + " lines";
            case Value.Address address -> words(address);
            case Reference.ToRecord(var id) -> "record " + id;
            case Reference.ByName(var name) -> name;
            case Reference.ToQuickBooks(var id, var name) -> name == null ? String.valueOf(id) : name;
        };
    }

    private static String words(Value.Address address) {
        return Stream.concat(
                        address.lines().stream(),
                        Stream.of(address.city(), address.state(), address.postalCode(), address.country()))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
    }
}
