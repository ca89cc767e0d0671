package dev.relink.admin;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The catalogue's plain Markdown: paragraphs, numbered steps, {@code **bold**}, {@code `verbatim`}; status codes become links. No HTML. */
public record Prose(List<List<Span>> paragraphs) {

    private static final Pattern MARKED = Pattern.compile(
            "\\*\\*(?<bold>[^*]+)\\*\\*|\\{at:(?<at>[0-9T:.Z-]{20,30})}|`(?<verbatim>[^`]+)`|\\b(?<code>(?:desktop|online|hresult|web-connector):\\w+)");

    public Prose {
        paragraphs = List.copyOf(paragraphs);
    }

    /** A run of text of one look. */
    public sealed interface Span {
        String text();

        record Plain(String text) implements Span {}

        record Bold(String text) implements Span {}

        record Verbatim(String text) implements Span {}

        record Code(String text) implements Span {}

        /** A moment with its “on” or “at”; its text is that of UTC, which the script turns into the reader's zone. */
        record Moment(Instant at) implements Span {
            @Override
            public String text() {
                return "on " + Times.utc(at);
            }
        }
    }

    public static Prose of(@Nullable String markdown) {
        return new Prose(Arrays.stream((markdown == null ? "" : markdown).split("\n\\s*\n"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Prose::spans)
                .toList());
    }

    /** A moment within a text. */
    static String at(Instant moment) {
        return "{at:" + moment + "}";
    }

    /** Without any marks: for files. */
    static String plain(String markdown) {
        return of(markdown).paragraphs().stream()
                .map(spans -> spans.stream().map(Span::text).collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }

    public boolean isEmpty() {
        return paragraphs.isEmpty();
    }

    /** "2. Press it." is a step of several, told as a paragraph of its own. */
    public static boolean isStep(List<Span> paragraph) {
        String text = paragraph.isEmpty() ? "" : paragraph.getFirst().text();
        return text.length() > 3 && Character.isDigit(text.charAt(0)) && text.startsWith(". ", 1);
    }

    private static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = MARKED.matcher(text);
        int done = 0;
        while (matcher.find()) {
            plain(text.substring(done, matcher.start()), spans);
            spans.add(marked(matcher));
            done = matcher.end();
        }
        plain(text.substring(done), spans);
        return spans;
    }

    private static void plain(String text, List<Span> spans) {
        if (!text.isEmpty()) {
            spans.add(new Span.Plain(text));
        }
    }

    /** Names of apps and of QuickBooks may hold anything: what is no moment is text. */
    private static Span moment(String at, String text) {
        try {
            return new Span.Moment(Instant.parse(at));
        } catch (DateTimeParseException e) {
            return new Span.Plain(text);
        }
    }

    private static Span marked(MatchResult match) {
        String at = match.group("at");
        if (at != null) {
            return moment(at, match.group());
        }
        String bold = match.group("bold");
        String verbatim = match.group("verbatim");
        if (bold != null) {
            return new Span.Bold(bold);
        }
        return verbatim != null ? new Span.Verbatim(verbatim) : new Span.Code(match.group("code"));
    }
}
