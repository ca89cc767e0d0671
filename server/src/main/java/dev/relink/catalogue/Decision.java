package dev.relink.catalogue;

/** What a status code means for the cycle that received it. */
public enum Decision implements Word {
    /** It was done. */
    OK,
    /** A read found nothing: an empty result. */
    NOTHING_FOUND,
    /** The record that we are bound to is not there under this ID. */
    NOT_THERE,
    /** Refused; nothing was changed; a person or a repair must act. */
    REJECTED,
    /** Refused for a passing reason; nothing was changed; the same may be sent again. */
    RETRY,
    /** Our edit token (EditSequence, SyncToken) is old: read again. */
    STALE,
    /** Never looked at: send again, not counted. */
    NOT_PROCESSED,
    /** It may have been done or not: only a look-up or a person can tell. */
    IN_DOUBT,
    /** The whole message set was refused before anything of it was done. */
    REFUSED_WHOLE_SET,
    /** QuickBooks could not be reached or did not let us in; nothing was sent. */
    CONNECTION
}
