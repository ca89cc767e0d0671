package dev.relink.entity;

import dev.relink.entity.Value.Reference;

/** Turns the id of a record into what QuickBooks knows it by. */
@FunctionalInterface
public interface Resolver {

    /** The entry in QuickBooks, or {@code reference} itself when the record is not bound yet. */
    Reference resolve(String type, Reference.ToRecord reference);

    /** The same for a name in QuickBooks; by itself it stays a name. */
    default Reference named(String type, Reference.ByName reference) {
        return reference;
    }
}
