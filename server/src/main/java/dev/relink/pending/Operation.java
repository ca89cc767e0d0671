package dev.relink.pending;

/** What QuickBooks must be told. */
public enum Operation {
    SAVE("save"),
    REMOVE("remove"),
    REACTIVATE("reactivate");

    private final String word;

    Operation(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Operation of(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
