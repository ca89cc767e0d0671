package dev.relink.cycle;

import dev.relink.connector.Row;
import dev.relink.entity.Differences;
import dev.relink.entity.EntityType;
import dev.relink.entity.Field;
import dev.relink.entity.QuickBooks;
import dev.relink.entity.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may have renamed or renumbered before we looked for it: all that we sent stands there but what it is found
 * by, and no marker says whose it is. Of many records only those are compared that share a text with what was read.
 */
final class Renamed implements Predicate<Row.Found> {

    /** The field of each type by which some are kept. */
    private final Map<String, Set<String>> anchors = new HashMap<>();

    private final Map<List<Object>, List<Prepared.Ready>> byAnchor = new HashMap<>();

    private final QuickBooks quickbooks;

    Renamed(Collection<Prepared.Ready> sent, QuickBooks quickbooks) {
        this.quickbooks = quickbooks;
        for (Prepared.Ready one : sent) {
            String type = one.type().name();
            String field = anchor(one).map(Field::name).orElse("");
            anchors.computeIfAbsent(type, _ -> new LinkedHashSet<>()).add(field);
            byAnchor.computeIfAbsent(
                            key(
                                    type,
                                    field,
                                    field.isEmpty() ? null : one.values().get(field)),
                            _ -> new ArrayList<>())
                    .add(one);
        }
    }

    private static Optional<Field> anchor(Prepared.Ready one) {
        return one.type().fields().stream()
                .filter(field ->
                        !isKey(one.type(), field.name()) && one.values().get(field.name()) instanceof Value.Text)
                .findFirst();
    }

    private static List<Object> key(String type, String field, @Nullable Value value) {
        return List.of(type, field, value == null ? "" : value);
    }

    @Override
    public boolean test(Row.Found found) {
        String type = found.type().name();
        return found.marker() == null
                && anchors.getOrDefault(type, Set.of()).stream()
                        .map(field -> key(
                                type,
                                field,
                                field.isEmpty() ? null : found.values().get(field)))
                        .flatMap(key -> byAnchor.getOrDefault(key, List.of()).stream())
                        .anyMatch(one -> is(one, found, quickbooks));
    }

    static boolean is(Prepared.Ready one, Row.Found found, QuickBooks quickbooks) {
        return found.type().name().equals(one.type().name())
                && found.marker() == null
                && Differences.between(one.type(), one.values(), found.values(), quickbooks).stream()
                        .allMatch(difference ->
                                isKey(one.type(), difference.pointer().substring(1)));
    }

    private static boolean isKey(EntityType type, String field) {
        return type.foundBy().stream().anyMatch(together -> together.contains(field));
    }
}
