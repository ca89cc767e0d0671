package dev.relink.catalogue;

/** The kinds of repair that a guide may offer, by their words on the wire. */
public enum RepairKind implements Word {
    CLEAR_ID("Clear ID"),
    RELINK("Relink"),
    SEND_AGAIN("Send again"),
    SYNC_PARENT_FIRST("Sync parent first"),
    REACTIVATE("Reactivate"),
    RENAME("Rename"),
    SKIP("Skip"),
    KEEP_APP("Keep app"),
    KEEP_QUICKBOOKS("Keep QuickBooks"),
    CREATE_NEW("Create new");

    private final String label;

    RepairKind(String label) {
        this.label = label;
    }

    /** The words on the button. */
    public String label() {
        return label;
    }
}
