package dev.relink.entity;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Which characters can travel, and which QuickBooks Desktop keeps: it stores Windows-1252. */
final class Characters {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Characters() {}

    /** One line break, and one code point for a letter with its accent. */
    static String normal(String text) {
        var breaks = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        return isAscii(breaks) ? breaks : Normalizer.normalize(breaks, Normalizer.Form.NFC);
    }

    /** What no XML and no database takes; null when there is none. */
    static @Nullable String problem(String text, boolean paragraphs) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return "has half a character (U+%04X) at position %d".formatted((int) c, i + 1);
            } else if (isControl(c) && !(paragraphs && (c == '\n' || c == '\t'))) {
                var what = c == '\n' ? "a line break" : "a control character (U+%04X)".formatted((int) c);
                return "has %s at position %d".formatted(what, i + 1);
            }
        }
        return null;
    }

    private static boolean isControl(char c) {
        return Character.isISOControl(c) || c == '\uFFFE' || c == '\uFFFF';
    }

    /** The first emoji or sign beyond the basic plane: Desktop could not even show a likeness. -1 when there is none. */
    static int firstLost(String text) {
        return isAscii(text)
                ? -1
                : text.codePoints().filter(Characters::isLost).findFirst().orElse(-1);
    }

    private static boolean isLost(int point) {
        return point > 0xFFFF || Character.isEmoji(point) && !encoder().canEncode((char) point);
    }

    /** As Desktop will give it back: what Windows-1252 lacks becomes a question mark. */
    static String asDesktopKeepsIt(String text) {
        return isAscii(text) ? text : new String(text.getBytes(WINDOWS), WINDOWS);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 126) {
                return false;
            }
        }
        return true;
    }

    private static CharsetEncoder encoder() {
        return WINDOWS.newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
