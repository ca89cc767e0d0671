package dev.relink.repair;

import dev.relink.catalogue.Word;

/** What Clear ID will come to for one record, as far as it can be known before the run. */
public enum Prospect implements Word {
    /** QuickBooks has something like it that is linked to nothing. */
    LIKELY_TWIN,
    /** The old ID is dead and nothing like it was read. */
    GONE,
    /** Nobody has asked QuickBooks yet. */
    NOT_CHECKED,
    /** The old ID answered after the error. */
    STILL_THERE,
    /** The answer to its last write is not known. */
    IN_DOUBT,
    /** No link to clear, or the error is of another kind. */
    NO_DEAD_LINK,
    /** Not for this person. */
    NOT_ALLOWED
}
