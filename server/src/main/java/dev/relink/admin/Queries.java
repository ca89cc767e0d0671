package dev.relink.admin;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The part of an address after its {@code ?}, read and written. */
public final class Queries {

    /** So that an offset stays one. */
    private static final int LAST_PAGE = 100_000;

    private Queries() {}

    /** Names and values in turn; empty values are left out. */
    static String of(String... namesAndValues) {
        var query = new StringJoiner("&");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!namesAndValues[i + 1].isEmpty()) {
                query.add(namesAndValues[i] + "=" + encoded(namesAndValues[i + 1]));
            }
        }
        return query.toString();
    }

    /** As a part of a path, or a value. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Of one value; what cannot be decoded stays as it is. */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** From 1. Whatever is no number is the first page. */
    static int page(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Math.clamp(Integer.parseInt(text), 1, LAST_PAGE) : 1;
    }

    /** For {@code ilike}: the text anywhere, its own signs taken literally. */
    static String anywhere(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
