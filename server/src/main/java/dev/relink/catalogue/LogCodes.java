package dev.relink.catalogue;

import dev.relink.connector.Platform;
import dev.relink.connector.StatusCode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the codes in a log: of qbXML, of the request processor, of the Web Connector, of QuickBooks Online. */
final class LogCodes {

    /** A tag may be written over several lines; more than that is no tag. */
    private static final int LONGEST_TAG = 16_000;

    /** {@code 20190101.12:00:00 UTC}: how the Web Connector begins its lines. */
    private static final Pattern TIME = Pattern.compile("^\\D{0,3}(\\d{8}\\.\\d{2}:\\d{2}:\\d{2}) UTC");

    /** The attributes' own quotes are escaped: qbXML within SOAP. Otherwise only names in a message are. */
    private static final Pattern ESCAPED = Pattern.compile("tatus(?:Code|Message)\\s?=\\s?&quot;");

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuuMMdd.HH:mm:ss");

    private static final Pattern ANSWER = Pattern.compile("(?:messageSetS|s)tatusCode\\s?=\\s?[\"'](\\d{1,5})[\"']"
            + "(?:[^>]{0,200}?statusMessage\\s?=\\s?(?:\"([^\"]{0,4000})\"|'([^']{0,4000})'))?");

    /** {@code Status code 3120}, {@code error: 3200}: four digits only, since three may as well be an HTTP status. */
    private static final Pattern WORDS = Pattern.compile("(?i)\\b(?:code|error)\\s?[:=#]?\\s?(\\d{4})\\b(.{0,2000})");

    private static final Pattern HRESULT = Pattern.compile("(?<![0-9A-Za-z])(0[xX]8[0-9A-Fa-f]{7}|-2147\\d{6})\\b");
    private static final Pattern WEB_CONNECTOR = Pattern.compile("\\bQBWC\\d{4}\\b");

    private final Operation operation;
    private final Consumer<Found> found;
    private final OnlineFaults online;
    private @Nullable Instant at;
    private String openTag = "";
    private long openLine;
    private @Nullable Found unfinished;

    /**
     * A code where it stands.
     *
     * @param words what the log says of it
     * @param at the time of its line, or the last time before it
     */
    record Found(
            StatusCode code,
            String words,
            Operation operation,
            long line,
            @Nullable Instant at) {}

    LogCodes(Operation operation, Consumer<Found> found) {
        this.operation = operation;
        this.found = found;
        this.online =
                new OnlineFaults((code, words, line) -> found.accept(new Found(code, words, operation, line, at)));
    }

    void read(LogPieces.Piece piece) {
        String text = piece.text();
        boolean isTimed = time(text);
        finish(isTimed ? "" : text);
        if (text.contains("tatusCode") || !openTag.isEmpty()) {
            answers(text, piece.line());
        } else {
            find(
                    WORDS,
                    text,
                    match -> add(StatusCode.desktop(match.group(1)), match.group(2), operation, piece.line()));
        }
        if (text.contains("0x8") || text.contains("0X8") || text.contains("-2147")) {
            find(HRESULT, text, match -> begin(hresult(match.group(1)), rest(text, match), piece.line()));
        }
        if (text.contains("QBWC")) {
            find(WEB_CONNECTOR, text, match -> begin(webConnector(match.group()), rest(text, match), piece.line()));
        }
        online.read(piece);
    }

    /** The log is over. */
    void end() {
        finish("");
        find(ANSWER, openTag, match -> answer(openTag, match, openLine));
    }

    private boolean time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.find()) {
            return false;
        }
        try {
            at = LocalDateTime.parse(time.group(1), CLOCK).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException noTime) {
            return true; // looks like one and is none; what it belongs to is kept
        }
        return true;
    }

    /** A tag that is not closed on its line goes on with the next. */
    private void answers(String text, long line) {
        String plain = openTag + (ESCAPED.matcher(text).find() ? unescaped(text) : text);
        int tag = plain.lastIndexOf('<');
        boolean isOpen = tag >= 0 && plain.indexOf('>', tag) < 0 && plain.length() - tag < LONGEST_TAG;
        String whole = isOpen ? plain.substring(0, tag) : plain;
        long first = openTag.isEmpty() ? line : openLine;
        find(ANSWER, whole, match -> answer(whole, match, first));
        boolean goesOn = isOpen && tag == 0 && !openTag.isEmpty();
        openLine = goesOn ? openLine : line;
        openTag = isOpen ? plain.substring(tag) + " " : "";
    }

    private void answer(String text, MatchResult match, long line) {
        String words = match.group(2) == null ? match.group(3) : match.group(2);
        add(
                StatusCode.desktop(match.group(1)),
                words == null ? "" : unescaped(words),
                operation(text.substring(Math.max(0, text.lastIndexOf('<', match.start())), match.start())),
                line);
    }

    /** {@code <InvoiceAddRs ...}: what was asked. */
    private Operation operation(String tag) {
        String name = tag.substring(0, Math.max(0, tag.indexOf(' ')));
        for (Operation one : Operation.values()) {
            String stem = one == Operation.DELETE ? "delrs" : one.word() + "rs";
            if (name.toLowerCase(java.util.Locale.ROOT).endsWith(stem)) {
                return one;
            }
        }
        return operation;
    }

    /** Its message may stand on the next line. */
    private void begin(StatusCode code, String words, long line) {
        finish("");
        unfinished = new Found(code, words, operation, line, at);
    }

    private void finish(String nextLine) {
        Found one = unfinished;
        if (one != null) {
            unfinished = null;
            String more = (one.words() + " " + (isXml(nextLine) ? "" : nextLine)).strip();
            found.accept(new Found(one.code(), more, one.operation(), one.line(), one.at()));
        }
    }

    /** The answer that follows in the log is none of the words of the code before it. */
    private static boolean isXml(String line) {
        return line.stripLeading().startsWith("<");
    }

    private void add(StatusCode code, String words, Operation on, long line) {
        found.accept(new Found(code, words.strip(), on, line, at));
    }

    private static StatusCode hresult(String text) {
        return StatusCode.hresult(text.startsWith("-") ? "0x%08X".formatted(Integer.parseInt(text)) : text);
    }

    private static StatusCode webConnector(String text) {
        return new StatusCode(Platform.WEB_CONNECTOR, text);
    }

    private static String rest(String text, MatchResult match) {
        String rest = text.substring(match.end(), Math.min(text.length(), match.end() + 2000));
        return rest.replaceFirst("^[\\s:.,;)\\]\"'-]+", "");
    }

    private static void find(Pattern pattern, String text, Consumer<MatchResult> with) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            with.accept(matcher);
        }
    }

    static String unescaped(String xml) {
        return xml.replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
