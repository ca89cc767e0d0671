package dev.relink.catalogue;

import java.util.Locale;
import java.util.Map;

/** The XML entities that stand in answers copied out of a log; escaped twice or in capitals, too. */
final class Entity {

    private static final Map<String, Character> NAMED =
            Map.of("quot", '"', "amp", '&', "apos", '\'', "lt", '<', "gt", '>', "nbsp", ' ');

    private static final String ESCAPED = "amp;";

    /** {@code quot}, {@code #8221}, {@code #x201d}. */
    private static final int LONGEST = 6;

    private Entity() {}

    /**
     * Appends what the ampersand at {@code at} stands for: itself, when no entity begins there.
     *
     * @return the last place that was read
     */
    static int append(String message, int at, StringBuilder text) {
        int from = at + 1;
        if (message.regionMatches(true, from, ESCAPED, 0, ESCAPED.length())
                && resolved(message, from + ESCAPED.length()) != 0) {
            from += ESCAPED.length();
        }
        char character = resolved(message, from);
        text.append(character == 0 ? '&' : character);
        return character == 0 ? at : message.indexOf(';', from);
    }

    /** 0 = no entity. */
    private static char resolved(String message, int from) {
        int end = from;
        while (end < message.length() && end - from <= LONGEST && message.charAt(end) != ';') {
            end++;
        }
        if (end == message.length() || message.charAt(end) != ';') {
            return 0;
        }
        String name = message.substring(from, end).toLowerCase(Locale.ROOT);
        return name.startsWith("#") ? numbered(name.substring(1)) : NAMED.getOrDefault(name, (char) 0);
    }

    private static char numbered(String number) {
        boolean hex = number.startsWith("x");
        try {
            int character = hex ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
            return character >= ' ' && character <= Character.MAX_VALUE ? (char) character : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
