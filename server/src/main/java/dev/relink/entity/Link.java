package dev.relink.entity;

/**
 * One reference in a record.
 *
 * @param pointer JSON pointer to it, such as {@code /lines/0/item}
 * @param field the field's name, such as {@code item}
 * @param type the entity type that it names
 */
public record Link(String pointer, String field, String type, Value.Reference reference) {}
