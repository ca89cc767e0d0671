package dev.relink.proof;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened in a world, line by line: the same for the same seed, byte for byte. */
final class Trace {

    private final List<String> lines = new ArrayList<>();

    void add(String format, @Nullable Object... arguments) {
        lines.add(format.formatted(arguments));
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
