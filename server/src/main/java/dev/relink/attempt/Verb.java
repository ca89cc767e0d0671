package dev.relink.attempt;

import java.util.Locale;

/** What an attempt does in QuickBooks. */
public enum Verb {
    ADD,
    MOD,
    VOID,
    DELETE,
    DEACTIVATE,
    REACTIVATE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Verb of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
