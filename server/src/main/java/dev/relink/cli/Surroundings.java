package dev.relink.cli;

import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a verb finds besides its words.
 *
 * @param environment its variables
 * @param in the standard input, for a file named {@code -}
 */
record Surroundings(Map<String, String> environment, InputStream in) {

    /** A variable; null when it is not set or empty. */
    @Nullable
    String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
