package dev.relink.entity;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Why a text is no JSON, and where, in words for who sent it: without the names of the parser's own settings. */
final class JsonFault {

    private static final Pattern SETTINGS =
            Pattern.compile("(:? enable `[^`]*` to allow)|(, from `[^`]*`)|( \\([^()]*\\[Source[^\\]]*\\]\\))");

    private JsonFault() {}

    /** Goes on from the record: “is not JSON: ... (line 1, column 17)”. */
    static String of(JacksonException fault) {
        return "is not JSON: " + why(fault) + where(fault.getLocation());
    }

    private static String why(JacksonException fault) {
        if (fault instanceof UnexpectedEndOfInputException) {
            return "it breaks off before its end";
        }
        String words = String.valueOf(fault.getOriginalMessage());
        return words.startsWith("Trailing token")
                ? "something follows after its end"
                : SETTINGS.matcher(words).replaceAll("");
    }

    private static String where(TokenStreamLocation location) {
        boolean known = location != null && location.getLineNr() > 0 && location.getColumnNr() > 0;
        return known ? " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr()) : "";
    }
}
