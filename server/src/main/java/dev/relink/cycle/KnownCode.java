package dev.relink.cycle;

import dev.relink.connector.Platform;
import dev.relink.connector.StatusCode;

/**
 * Codes that the cycle itself gives: our own, for what no code of QuickBooks says, and those with which QuickBooks says the
 * same of a write. Each has its file in the catalogue like the others.
 */
enum KnownCode {

    /** A lost answer, and something in QuickBooks that could be what it made. */
    AMBIGUOUS("relink-ambiguous", "relink-ambiguous"),

    /** A lost answer; QuickBooks did it, and somebody has deleted it since. */
    DELETED_SINCE("relink-deleted-since", "relink-deleted-since"),

    /** A late answer tells of one, and another attempt made one too. */
    DUPLICATE_SUSPECT("relink-duplicate-suspect", "relink-duplicate-suspect"),

    /** A lost answer, and QuickBooks cannot be asked what it did. */
    UNANSWERABLE("relink-unanswerable", "relink-unanswerable"),

    /** Looked for before creating, and a likely twin was found that a person shall judge. */
    TWIN("relink-twin", "relink-twin"),

    /** Somebody voided it in QuickBooks. */
    VOIDED("relink-voided", "relink-voided"),

    /** QuickBooks Online kept what the app emptied. */
    NOT_EMPTIED("relink-not-emptied", "relink-not-emptied"),

    /** The record cannot be put into qbXML. */
    UNSENDABLE("relink-unsendable", "relink-unsendable"),

    /** QuickBooks gave the id of the record that we were bound to to another record of ours. */
    ID_TAKEN("relink-id-taken", "relink-id-taken"),

    /** QuickBooks answered, and a fault of ours kept us from writing that down. */
    UNSETTLED("relink-unsettled", "relink-unsettled"),

    /** It must be looked up first, and QuickBooks never answers that in full. */
    NOT_LOOKED_UP("relink-not-looked-up", "relink-not-looked-up"),

    /** Alone in its message set, and still no answer ever comes to it. */
    UNANSWERED("relink-unanswered", "relink-unanswered"),

    /** QuickBooks' own code for an object that is not there. */
    NOT_THERE("3120", "610"),

    /** Both sides changed the same field. */
    STALE("3200", "5010"),

    /** QuickBooks' own code for a feature that is off. */
    FEATURE("3250", "5030"),

    /** QuickBooks' own code for a right that its user lacks. */
    RIGHT("3260", "5020"),

    /** QuickBooks' own code for a name that is in none of its lists. */
    REFERENCE("3140", "2500");

    private final String desktop;
    private final String online;

    KnownCode(String desktop, String online) {
        this.desktop = desktop;
        this.online = online;
    }

    /** As it reads in a company that is linked to this QuickBooks. */
    StatusCode on(Platform platform) {
        return new StatusCode(platform, platform == Platform.ONLINE ? online : desktop);
    }
}
