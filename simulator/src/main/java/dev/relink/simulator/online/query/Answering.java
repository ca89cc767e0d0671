package dev.relink.simulator.online.query;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which objects a query finds, in which order. */
public final class Answering {
    private final Query query;
    private final ZoneId zone;
    private final Map<String, Column> columns = new HashMap<>();

    /**
     * @param orderByIdRefused whether the order of Ids may not be asked for
     * @throws QueryRefused when the query names what is not there or cannot be compared so
     */
    public Answering(Query query, ZoneId zone, boolean orderByIdRefused) {
        this.query = query;
        this.zone = zone;
        query.conditions().forEach(this::check);
        query.orders().forEach(order -> check(order, orderByIdRefused));
        query.properties().forEach(property -> named(query.type(), property));
    }

    private static void named(EntityType type, String property) {
        String first = property.split("\\.")[0];
        if (!first.equals("*") && !type.has(first)) {
            throw QueryRefused.invalid("Property " + property + " not found for Entity " + type.wireName());
        }
    }

    private void check(Condition condition) {
        Column column = column(condition.property());
        boolean exact =
                condition.operator() == Condition.Operator.EQUAL || condition.operator() == Condition.Operator.IN;
        if (column.name().equals("Id") && !exact) {
            throw QueryRefused.invalid("Operator " + condition.operator() + " is not supported for Id: use = or IN");
        }
    }

    private void check(Query.Order order, boolean orderByIdRefused) {
        if (orderByIdRefused && column(order.property()).name().equals("Id")) {
            throw QueryRefused.invalid("property 'Id' is not sortable");
        }
    }

    private Column column(String property) {
        return columns.computeIfAbsent(property, name -> Column.of(query.type(), name, zone));
    }

    /** All that meet the conditions. Only active list objects do, unless the query says something of Active. */
    public List<Entity> matching(List<Entity> all) {
        boolean activeOnly = query.type().isList()
                && query.conditions().stream()
                        .noneMatch(condition -> condition.property().equalsIgnoreCase("Active"));
        return all.stream()
                .filter(entity -> !activeOnly || entity.active())
                .filter(this::holds)
                .sorted(order())
                .toList();
    }

    private boolean holds(Entity entity) {
        return query.conditions().stream().allMatch(condition -> condition.holds(entity, column(condition.property())));
    }

    private Comparator<Entity> order() {
        Comparator<Entity> order = (one, other) -> 0;
        for (Query.Order each : query.orders()) {
            Column column = column(each.property());
            Comparator<Entity> by = (one, other) -> compare(column, column.read(one), column.read(other));
            order = order.thenComparing(each.descending() ? by.reversed() : by);
        }
        return order;
    }

    private static int compare(Column column, @Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return column.compare(one, other);
    }
}
