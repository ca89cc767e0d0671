package dev.relink.connector;

import dev.relink.entity.QuickBooks;
import java.util.Arrays;

/** Who gave a status code. The same number means different things on different platforms. */
public enum Platform {
    DESKTOP("desktop"),
    HRESULT("hresult"),
    WEB_CONNECTOR("web-connector"),
    ONLINE("online");

    private final String word;

    Platform(String word) {
        this.word = word;
    }

    /** The word on the wire, in addresses and on pages. */
    public String word() {
        return word;
    }

    /** Whose way of keeping values counts when two sides are compared. */
    public QuickBooks quickBooks() {
        return this == ONLINE ? QuickBooks.ONLINE : QuickBooks.DESKTOP;
    }

    /** @throws IllegalArgumentException naming the word and those allowed */
    public static Platform of(String word) {
        return Arrays.stream(values())
                .filter(platform -> platform.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No platform \"%s\": desktop, hresult, web-connector or online".formatted(word)));
    }
}
