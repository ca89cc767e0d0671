package dev.relink.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with placeholders such as {@code {name}}, read once and filled many times. A filled value is never read again. */
final class Template {

    private static final Pattern OPEN_PLACE = Pattern.compile("\\{([^{}]*)}");

    /** The end of a sentence: a full stop, then a blank or the end of the paragraph. */
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s|$)");

    private sealed interface Part {
        record Literal(String text) implements Part {}

        record Open(Placeholder placeholder) implements Part {}
    }

    private final String source;
    private final List<Part> parts;

    private Template(String source, List<Part> parts) {
        this.source = source;
        this.parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException naming a placeholder that does not exist */
    static Template of(String source) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = OPEN_PLACE.matcher(source);
        int from = 0;
        while (matcher.find()) {
            parts.add(new Part.Literal(source.substring(from, matcher.start())));
            parts.add(new Part.Open(placeholder(matcher.group(1))));
            from = matcher.end();
        }
        parts.add(new Part.Literal(source.substring(from)));
        return new Template(source, parts);
    }

    private static Placeholder placeholder(String key) {
        return Placeholder.of(key).orElseThrow(() -> new IllegalArgumentException("no placeholder {" + key + "}"));
    }

    /** Filled so that it reads as a sentence: {@link Grammar} mends what depends on the value. */
    String fill(Map<String, String> names) {
        StringBuilder text = new StringBuilder(source.length() + 64);
        for (int n = 0; n < parts.size(); n++) {
            switch (parts.get(n)) {
                case Part.Literal(String literal) -> text.append(literal);
                case Part.Open(Placeholder placeholder) -> Grammar.add(text, placeholder, names, literal(n + 1));
            }
        }
        return text.toString().strip();
    }

    /** What is written there; empty where a placeholder is, or nothing. */
    private String literal(int n) {
        return n < parts.size() && parts.get(n) instanceof Part.Literal(String text) ? text : "";
    }

    /** The first sentence alone, for a table row. */
    Template firstSentence() {
        String paragraph = source.split("\n\n", 2)[0].replace('\n', ' ');
        Matcher end = SENTENCE_END.matcher(paragraph);
        return of(end.find() ? paragraph.substring(0, end.end()) : paragraph);
    }

    String source() {
        return source;
    }

    @Override
    public String toString() {
        return source;
    }
}
