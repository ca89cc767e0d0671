package dev.relink.firstlink;

/** Whose values stand where an accepted match differs. */
public enum Keep {
    /** The app's are sent at the next run. */
    APP,
    /** QuickBooks' stay; nothing is sent until the app changes the record. */
    QUICKBOOKS
}
