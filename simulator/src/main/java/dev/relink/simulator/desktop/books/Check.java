package dev.relink.simulator.desktop.books;

/** One check of one request. The order here is the default order; the true one is not documented. */
public enum Check {
    /** a requestID that is too long: 1060. */
    REQUEST_ID,
    /** Values that do not fit their type: 3010 to 3085, 3110. */
    VALUES,
    /** Text that is too long: 3070. */
    LENGTHS,
    /** A feature that is off: 3250. */
    FEATURES,
    /** Rights that the user lacks: 3260. */
    RIGHTS,
    /** The record itself: 3000, 3240, 3120. */
    IDS,
    /** The parent: 3130. */
    PARENT,
    /** References to other records: 3140. */
    REFERENCES,
    /** The name: 3090, 3100. */
    NAMES,
    /** The edit sequence: 3200. */
    EDIT_SEQUENCE,
    /** The closing date: 3171, 3161, 3181. */
    CLOSING_DATE,
    /** Records that are open in a window or lists that somebody else changed: 3175, 3176, 3170, 3180. */
    LOCKS,
    /** Rules of the trade: 3210, 3180 and others. */
    RULES
}
