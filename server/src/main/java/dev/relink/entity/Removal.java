package dev.relink.entity;

/** How a record leaves QuickBooks, and how it comes back. */
public enum Removal {
    /** Transactions that can be voided. */
    VOID,
    /** Transactions that cannot, such as payments. */
    DELETE,
    /** List elements: IsActive = false. */
    DEACTIVATE,
    /** Undoes {@link #DEACTIVATE}. */
    REACTIVATE
}
