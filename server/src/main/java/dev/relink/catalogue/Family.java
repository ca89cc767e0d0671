package dev.relink.catalogue;

/** What kind of trouble a status code tells of. Behaviour hangs on the family and its companions, never on the number. */
public enum Family implements Word {
    CONNECTION("No connection to QuickBooks"),
    MISSING_LINK("Broken link"),
    NAME_CLASH("Name or number already used"),
    MISSING_PARENT("A record it belongs to is missing"),
    MISSING_MAPPING("A mapping is missing"),
    IN_USE("In use by somebody"),
    STALE("Changed in QuickBooks meanwhile"),
    CLOSED_PERIOD("Closed period"),
    PERMISSION("No permission"),
    FEATURE("Feature switched off"),
    VALIDATION("Value refused"),
    LIMIT("Limit reached"),
    UNCERTAIN("Outcome unknown"),
    AUTHORISATION("Sign-in to QuickBooks refused"),
    NOT_PROCESSED("Not processed"),
    OK("No error"),
    OURS("Our own request was wrong"),
    UNKNOWN("Unknown");

    private final String label;

    Family(String label) {
        this.label = label;
    }

    /** A short heading for people. */
    public String label() {
        return label;
    }
}
