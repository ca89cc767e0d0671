package dev.relink.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plain words, in small letters, with which each alternative of a pattern begins. A message that holds none of them
 * cannot match, and plain words of all patterns together are found in one walk: {@link Sieve}.
 */
record Openings(List<String> words) {

    /** Plain characters; one that may be repeated or left out is none. */
    private static final Pattern OPENING = Pattern.compile("[\\p{L}\\p{N} \"'=:/-]*(?![?*+{])");

    static Openings of(String regex) {
        List<String> words = new ArrayList<>();
        for (String alternative : alternatives(regex)) {
            Matcher opening = OPENING.matcher(alternative);
            words.add(opening.lookingAt() ? opening.group().toLowerCase(Locale.ROOT) : "");
        }
        return new Openings(List.copyOf(words));
    }

    /** Cut at each {@code |} that stands outside of brackets. */
    private static List<String> alternatives(String regex) {
        List<String> alternatives = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < regex.length(); i++) {
            switch (regex.charAt(i)) {
                case '\\' -> i++;
                case '(', '[' -> depth++;
                case ')', ']' -> depth--;
                case '|' -> {
                    if (depth == 0) {
                        alternatives.add(regex.substring(from, i));
                        from = i + 1;
                    }
                }
                default -> {}
            }
        }
        alternatives.add(regex.substring(from));
        return alternatives;
    }

    /** Whether some alternative begins with no plain word, so that it may stand at any place. */
    boolean anywhere() {
        return words.contains("");
    }
}
