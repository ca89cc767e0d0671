package dev.relink.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One Desktop element that can carry a type: most types have one, items one for each kind.
 *
 * @param element such as {@code Customer} or {@code ItemService}: with Add, Mod, Ret behind it on the wire
 * @param slots the fields it carries, in wire order
 * @param takes which records it carries
 * @param implied what the element itself tells of a record that is read from it
 */
public record Form(String element, List<Slot> slots, Predicate<Values> takes, Values implied) {

    /** A field at its place in this form. */
    public record Slot(Field field, Place place) {}

    public Form {
        slots = List.copyOf(slots);
    }

    /** The only form of a type: its fields, in the order in which they are declared. */
    static Form of(String element, List<Field> fields) {
        return new Form(element, slots(fields), values -> true, Values.NONE);
    }

    /** The fields that Desktop keeps, at their places. */
    public static List<Slot> slots(List<Field> fields) {
        var slots = new ArrayList<Slot>();
        for (var field : fields) {
            if (field.desktop() != null) {
                slots.add(new Slot(field, field.desktop()));
            }
        }
        return slots;
    }
}
