package dev.relink.cycle;

import dev.relink.attempt.Verb;
import dev.relink.connector.Platform;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.Field;
import dev.relink.entity.Form;
import dev.relink.entity.Form.Slot;
import dev.relink.entity.Kind;
import dev.relink.entity.Value;
import dev.relink.entity.Value.Reference;
import dev.relink.entity.Values;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a record needs in QuickBooks, judged by what would be written: a field that QuickBooks does not keep needs nothing. */
final class Needs {

    /**
     * Online every entry is needed, since it is named by its id there. On Desktop: lists that are read whole, so that a name in none of them is likely missing. Sales tax items are not here: the same
     * field also names groups of them, which are another list.
     */
    private static final Set<String> READ_WHOLE =
            Set.of("account", "terms", "class", "sales-tax-code", "payment-method", "customer-type");

    private static final Map<String, Feature> BY_TYPE =
            Map.of("estimate", Feature.ESTIMATES, "sales-order", Feature.SALES_ORDERS);

    private static final Map<String, Feature> BY_REFERENCE =
            Map.of("class", Feature.CLASSES, "currency", Feature.CURRENCIES);

    private final Set<Need> needs = new LinkedHashSet<>();
    private final Platform platform;
    private final Verb verb;

    private Needs(Platform platform, Verb verb) {
        this.platform = platform;
        this.verb = verb;
    }

    static Set<Need> of(Platform platform, EntityType type, Values values, Verb verb) {
        var all = new Needs(platform, verb);
        all.wholeRecord(type, values);
        all.fields(
                platform == Platform.ONLINE
                        ? online(type.fields())
                        : type.form(values).slots(),
                values);
        return all.needs;
    }

    private void wholeRecord(EntityType type, Values values) {
        needs.add(Need.right(verb, type.name()));
        Feature feature = BY_TYPE.get(type.name());
        if (feature != null) {
            needs.add(Need.of(feature));
        }
        if ("inventory".equals(values.text("kind"))) {
            needs.add(Need.of(Feature.INVENTORY));
        }
    }

    private void fields(List<Slot> slots, Values values) {
        for (Slot slot : slots) {
            Value value = values.get(slot.field().name());
            if (value != null && !(value instanceof Value.Nothing) && isWritten(slot)) {
                field(slot, value);
            }
        }
    }

    private static List<Slot> online(List<Field> fields) {
        return fields.stream()
                .filter(field -> field.online() != null)
                .map(field -> new Slot(field, Objects.requireNonNull(field.online())))
                .toList();
    }

    private boolean isWritten(Slot slot) {
        return switch (slot.place().use()) {
            case READ_WRITE -> true;
            case ADD_ONLY -> verb == Verb.ADD;
            case READ_ONLY -> false;
        };
    }

    private void field(Slot slot, Value value) {
        if (slot.field().kind() instanceof Kind.Lines(var columns) && value instanceof Value.Lines(var lines)) {
            var slots = platform == Platform.ONLINE ? online(columns) : Form.slots(columns);
            lines.forEach(line -> fields(slots, line));
        } else if (slot.field().kind() instanceof Kind.Refers(String list)) {
            reference(list, value);
        } else if (slot.field().name().equals("exchangeRate")) {
            needs.add(Need.of(Feature.CURRENCIES));
        }
    }

    private void reference(String list, Value value) {
        Feature feature = BY_REFERENCE.get(list);
        if (feature != null) {
            needs.add(Need.of(feature));
        }
        boolean isThere =
                platform == Platform.DESKTOP || EntityTypes.require(list).online() != null;
        if (isThere
                && value instanceof Reference.ByName(String name)
                && (platform == Platform.ONLINE || READ_WHOLE.contains(list))) {
            needs.add(new Need(list, name));
        }
    }
}
