package dev.relink.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Those options that were given, under their names in the JSON interface. */
final class Given {

    private final Map<String, String> options = new LinkedHashMap<>();

    Given with(String name, @Nullable String value) {
        if (value != null) {
            options.put(name, value);
        }
        return this;
    }

    Map<String, String> map() {
        return options;
    }
}
