package dev.relink.entity;

/** Which QuickBooks a company keeps its books in. */
public enum QuickBooks {
    DESKTOP("desktop", "QuickBooks Desktop"),
    ONLINE("online", "QuickBooks Online");

    private final String word;
    private final String label;

    QuickBooks(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** The word in JSON and in the database. */
    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException naming the word and those allowed */
    public static QuickBooks of(String word) {
        return switch (word) {
            case "desktop" -> DESKTOP;
            case "online" -> ONLINE;
            default -> throw new IllegalArgumentException("No QuickBooks \"%s\": desktop or online".formatted(word));
        };
    }
}
