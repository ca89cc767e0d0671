package dev.relink.pending;

import java.util.Locale;

/** What a person chose for the case that a look-up finds a likely twin. */
public enum WhenFound {
    RELINK,
    ASK,
    CREATE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static WhenFound of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
