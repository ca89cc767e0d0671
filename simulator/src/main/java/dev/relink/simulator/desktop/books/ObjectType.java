package dev.relink.simulator.desktop.books;

import org.jspecify.annotations.Nullable;

/** A type of list element or of transaction. */
public sealed interface ObjectType permits ListType, TxnType {
    /** As in qbXML: Customer, Invoice ... */
    String label();

    /** The feature without which the type is not there, or null. */
    @Nullable
    Feature needs();

    /** The name of its object in answers. */
    default String ret() {
        return label() + "Ret";
    }
}
