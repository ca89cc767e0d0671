package dev.relink.api;

import org.jspecify.annotations.Nullable;

/** Patterns for {@code ilike} in which what a person typed stands for itself. */
final class Like {

    private Like() {}

    static @Nullable String contains(@Nullable String words) {
        return words == null ? null : "%" + literal(words) + "%";
    }

    static String startsWith(String words) {
        return literal(words) + "%";
    }

    private static String literal(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
