package dev.relink.catalogue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * QuickBooks' words, made comparable: people, programs and versions change blanks, line breaks, capitals, quotation
 * marks and entities on the way, never the sentence.
 *
 * @param told as people read it: entities resolved, every run of blanks and control characters one blank
 * @param folded the same, character by character, in small letters and with plain quotation marks: what patterns see
 * @param mark where the sentence of QuickBooks' own window is announced; -1 = nowhere
 * @param tail where that sentence begins; 0 when it is not announced, since it may be all that is left of the message
 */
record MessageText(String told, String folded, int mark, int tail) {

    /** QuickBooks' messages are shorter; what comes after is kept as evidence but not read. */
    static final int READ_AT_MOST = 2_000;

    /** Announces the sentence of QuickBooks' own window: on Desktop, and on Online for the rules of the books. */
    private static final String[] MARKS = {"quickbooks error message", "business validation error"};

    static MessageText of(@Nullable String message) {
        String told = tidied(message == null ? "" : message);
        String folded = folded(told);
        for (String words : MARKS) {
            int at = folded.lastIndexOf(words);
            int end = at < 0 ? -1 : afterColon(folded, at + words.length());
            if (end >= 0) {
                return new MessageText(told, folded, at, end);
            }
        }
        return new MessageText(told, folded, -1, 0);
    }

    private static int afterColon(String folded, int from) {
        int at = blanks(folded, from);
        return at < folded.length() && folded.charAt(at) == ':' ? blanks(folded, at + 1) : -1;
    }

    private static int blanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /** The SDK's sentence, before QuickBooks' own. */
    String head() {
        return mark < 0 ? told : told.substring(0, mark).strip();
    }

    /** The facts that every message tells. */
    void into(Map<String, String> facts) {
        facts.put(Placeholder.MESSAGE.key(), told);
        facts.put(Placeholder.HEAD.key(), head());
        if (mark >= 0) {
            facts.put(Placeholder.TAIL.key(), told.substring(tail));
        }
    }

    private static String tidied(String message) {
        var text = new StringBuilder(Math.min(message.length(), READ_AT_MOST));
        for (int i = 0; i < message.length() && text.length() < READ_AT_MOST; i++) {
            char c = message.charAt(i);
            if (c == '&') {
                i = Entity.append(message, i, text);
            } else if (isBlank(c)) {
                blank(text);
            } else if (c != '\\' || i + 1 == message.length() || message.charAt(i + 1) != '"') {
                text.append(c);
            }
        }
        return text.toString().stripTrailing();
    }

    private static void blank(StringBuilder text) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }

    private static boolean isBlank(char c) {
        return c <= ' '
                || c >= '\u007f' && (c <= '\u00a0' || c == '\u200b' || c == '\ufeff' || Character.isSpaceChar(c));
    }

    private static String folded(String told) {
        char[] folded = told.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = folded(folded[i]);
        }
        return new String(folded);
    }

    private static char folded(char c) {
        if (c < '\u007f') {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return switch (c) {
            case '“', '”', '„', '‟', '«', '»', '″' -> '"';
            case '‘', '’', '‚', '‛', '′', '´' -> '\'';
            case '–', '—', '−', '‐', '‑' -> '-';
            default -> c;
        };
    }
}
