package dev.relink.cycle;

import dev.relink.connector.StatusCode;

/** Codes of our own, for what no code of QuickBooks says. Each has its file in the catalogue like the others. */
final class Codes {

    /** A lost answer, and something in QuickBooks that could be what it made. */
    static final StatusCode AMBIGUOUS = StatusCode.desktop("relink-ambiguous");

    /** A lost answer; QuickBooks did it, and somebody has deleted it since. */
    static final StatusCode DELETED_SINCE = StatusCode.desktop("relink-deleted-since");

    /** Looked for before creating, and a likely twin was found that a person shall judge. */
    static final StatusCode TWIN = StatusCode.desktop("relink-twin");

    /** The record cannot be put into qbXML. */
    static final StatusCode UNSENDABLE = StatusCode.desktop("relink-unsendable");

    /** QuickBooks' own code for an object that is not there. */
    static final StatusCode NOT_THERE = StatusCode.desktop("3120");

    /** Both sides changed the same field. */
    static final StatusCode STALE = StatusCode.desktop("3200");

    private Codes() {}
}
