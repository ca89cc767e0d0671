package dev.relink.catalogue;

/** Whose hands the fix needs. */
public enum WhoCanFix implements Word {
    BOOKKEEPER("a bookkeeper in QuickBooks"),
    QUICKBOOKS_ADMIN("the QuickBooks administrator"),
    APP_USER("a person who works in the app"),
    INTEGRATION_ADMIN("the administrator of Relink"),
    NOBODY("nobody needs to do anything");

    private final String label;

    WhoCanFix(String label) {
        this.label = label;
    }

    /** For people, in the middle of a sentence. */
    public String label() {
        return label;
    }
}
