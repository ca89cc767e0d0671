package dev.relink.entity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Postal addresses as QuickBooks Desktop keeps them: five lines of 41 characters, city, state, postal code, country. */
public final class Addresses {

    public static final int MOST_LINES = 5;
    public static final int LINE_LENGTH = 41;

    private Addresses() {}

    /** Lines broken at words to 41 characters, blank ones left out, parts stripped. May still have too many lines. */
    public static Value.Address wrap(Value.Address address) {
        var lines = new ArrayList<String>();
        address.lines().stream().flatMap(String::lines).forEach(line -> wrap(line.strip(), lines));
        return new Value.Address(
                lines,
                stripped(address.city()),
                stripped(address.state()),
                stripped(address.postalCode()),
                stripped(address.country()));
    }

    private static void wrap(String line, List<String> lines) {
        var rest = line;
        while (rest.length() > LINE_LENGTH) {
            int blank = rest.lastIndexOf(' ', LINE_LENGTH);
            int end = blank > 0 ? blank : LINE_LENGTH;
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            lines.add(rest);
        }
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
