package dev.relink.simulator.desktop.books;

/**
 * A field that an application added to a record or to the company (a data extension).
 *
 * @param ownerId {@code {GUID}} of the application, or 0 for a custom field that people see
 * @param type STR255TYPE and its like
 */
public record PrivateField(String ownerId, String name, String type, String value) {
    /** Whether it is the field of that owner and name. */
    public boolean is(String owner, String fieldName) {
        return ownerId.equalsIgnoreCase(owner) && name.equalsIgnoreCase(fieldName);
    }
}
