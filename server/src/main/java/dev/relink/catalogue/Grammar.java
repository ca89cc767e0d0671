package dev.relink.catalogue;

import java.util.Map;
import java.util.regex.Pattern;

/** What changes around a filled place: the article before it, the capital at a sentence's start, the full stop after it. */
final class Grammar {

    private static final Pattern STARTS_SENTENCE = Pattern.compile("(?:^|[.!?]\\s|\\n)\\z");

    /** What only announces a message. */
    private static final Pattern LEADS_IN =
            Pattern.compile("|(?:QuickBooks|QuickBooks’ window) said:|Its (?:own )?words:");

    private Grammar() {}

    /** @param after what is written behind the place */
    static void add(StringBuilder text, Placeholder placeholder, Map<String, String> names, String after) {
        if (placeholder.isMessage() && !placeholder.isIn(names)) {
            withoutMessage(text, after);
            return;
        }
        String value = placeholder.from(names);
        boolean isOurs = placeholder.isOurWord() || value.equals(placeholder.fallback());
        if (isOurs && startsSentence(text)) {
            value = Character.toUpperCase(value.charAt(0)) + value.substring(1);
        }
        suitArticle(text, value);
        text.append(value);
        end(text, placeholder, after);
    }

    /** Nothing was said, so "QuickBooks said:" goes, and what stands before another colon ends there. */
    private static void withoutMessage(StringBuilder text, String after) {
        int start = Math.max(text.lastIndexOf(". "), text.lastIndexOf("\n")) + 1;
        if (LEADS_IN.matcher(text.substring(start).strip()).matches()) {
            text.setLength(start);
        } else {
            text.setLength(text.toString().stripTrailing().length() - 1);
            if (!after.startsWith(".")) {
                text.append('.');
            }
        }
    }

    private static boolean startsSentence(StringBuilder text) {
        return STARTS_SENTENCE
                        .matcher(text.substring(Math.max(0, text.length() - 2)))
                        .find()
                && (text.isEmpty() || text.length() > 1);
    }

    /** "a Account" is "an Account". By letters: good enough for the words of QuickBooks and ours. */
    private static void suitArticle(StringBuilder text, String value) {
        int end = text.length();
        boolean isArticle = text.toString().endsWith(" a ") || text.toString().endsWith(" an ");
        if (!isArticle || value.isEmpty()) {
            return;
        }
        boolean hasN = text.charAt(end - 2) == 'n';
        boolean needsN = "aeioAEIO".indexOf(value.charAt(0)) >= 0 || value.matches("(?i)un[^i].*");
        if (needsN && !hasN) {
            text.insert(end - 1, 'n');
        } else if (hasN && !needsN) {
            text.deleteCharAt(end - 2);
        }
    }

    /** One full stop where a message ends the sentence, none where the sentence goes on. */
    private static void end(StringBuilder text, Placeholder placeholder, String after) {
        boolean isEnded = ".!?".indexOf(text.charAt(text.length() - 1)) >= 0;
        if (isEnded && !after.isEmpty() && ".,;:".indexOf(after.charAt(0)) >= 0) {
            text.setLength(text.length() - 1);
        } else if (!isEnded && placeholder.isMessage() && goesOn(after)) {
            text.append('.');
        }
    }

    private static boolean goesOn(String after) {
        return after.isBlank() || after.charAt(0) == '\n' || after.matches("(?s) [A-Z*{].*");
    }
}
