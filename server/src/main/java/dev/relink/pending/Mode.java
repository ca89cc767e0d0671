package dev.relink.pending;

import java.util.Locale;

/** How a pending sync goes out: at once, or after a look-up has decided. */
public enum Mode {
    /** Add when unbound, Mod when bound. */
    SEND,
    /** After Clear ID: looked up first; found → bound, not found → created. */
    FIND_OR_CREATE,
    /** An id was pasted by hand: bound when QuickBooks knows it. */
    CHECK_BINDING,
    /** The edit token was stale: read, compare field by field, then send or ask. */
    READ_AGAIN,
    /** QuickBooks says that something is gone, and not what: the record and all that it names are read. */
    TRACE;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Mode of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
