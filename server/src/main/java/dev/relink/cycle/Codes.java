package dev.relink.cycle;

import dev.relink.connector.StatusCode;

/** Codes of our own, for what no code of QuickBooks says. Each has its file in the catalogue like the others. */
final class Codes {

    /** A lost answer, and something in QuickBooks that could be what it made. */
    static final StatusCode AMBIGUOUS = StatusCode.desktop("relink-ambiguous");

    /** A lost answer; QuickBooks did it, and somebody has deleted it since. */
    static final StatusCode DELETED_SINCE = StatusCode.desktop("relink-deleted-since");

    /** A late answer tells of one, and another attempt made one too. */
    static final StatusCode DUPLICATE_SUSPECT = StatusCode.desktop("relink-duplicate-suspect");

    /** A lost answer, and QuickBooks cannot be asked what it did. */
    static final StatusCode UNANSWERABLE = StatusCode.desktop("relink-unanswerable");

    /** Looked for before creating, and a likely twin was found that a person shall judge. */
    static final StatusCode TWIN = StatusCode.desktop("relink-twin");

    /** The record cannot be put into qbXML. */
    static final StatusCode UNSENDABLE = StatusCode.desktop("relink-unsendable");

    /** QuickBooks gave the id of the record that we were bound to to another record of ours. */
    static final StatusCode ID_TAKEN = StatusCode.desktop("relink-id-taken");

    /** QuickBooks answered, and a fault of ours kept us from writing that down. */
    static final StatusCode UNSETTLED = StatusCode.desktop("relink-unsettled");

    /** Alone in its message set, and still no answer ever comes to it. */
    static final StatusCode UNANSWERED = StatusCode.desktop("relink-unanswered");

    /** QuickBooks' own code for an object that is not there. */
    static final StatusCode NOT_THERE = StatusCode.desktop("3120");

    /** Both sides changed the same field. */
    static final StatusCode STALE = StatusCode.desktop("3200");

    /** QuickBooks' own code for a feature that is off. */
    static final StatusCode FEATURE = StatusCode.desktop("3250");

    /** QuickBooks' own code for a right that its user lacks. */
    static final StatusCode RIGHT = StatusCode.desktop("3260");

    /** QuickBooks' own code for a name that is in none of its lists. */
    static final StatusCode REFERENCE = StatusCode.desktop("3140");

    private Codes() {}
}
