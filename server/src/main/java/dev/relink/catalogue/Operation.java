package dev.relink.catalogue;

/** What was asked of QuickBooks when it gave a status code. */
public enum Operation implements Word {
    ADD,
    MOD,
    QUERY,
    VOID,
    DELETE
}
