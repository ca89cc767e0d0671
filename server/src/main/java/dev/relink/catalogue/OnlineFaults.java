package dev.relink.catalogue;

import dev.relink.connector.Platform;
import dev.relink.connector.StatusCode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the faults of QuickBooks Online in a log, as JSON on one line or many, or as XML. */
final class OnlineFaults {

    /** A fault is over after so many lines without a word of it. */
    private static final int LONGEST = 40;

    private static final Pattern WORD = Pattern.compile(
            "\"(?<key>Message|Detail|code|message|detail|error)\"\\s*:\\s*\"(?<value>[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|(?<end>\\})");

    private static final Pattern XML = Pattern.compile("<Error code=\"(\\d{1,6})\"[^>]*>"
            + "(?:\\s*<Message>([^<]{0,4000})</Message>)?(?:\\s*<Detail>([^<]{0,4000})</Detail>)?");

    interface To {
        void add(StatusCode code, String words, long line);
    }

    private final To to;
    private final Map<String, String> words = new HashMap<>();
    private long lastLine = -LONGEST;

    OnlineFaults(To to) {
        this.to = to;
    }

    void read(LogPieces.Piece piece) {
        String text = piece.text();
        if (text.contains("ault\"") || text.contains("invalid_grant")) {
            lastLine = piece.line();
            words.clear();
        }
        if (piece.line() - lastLine < LONGEST) {
            json(text, piece.line());
        }
        if (text.contains("<Error code=")) {
            xml(text, piece.line());
        }
    }

    private void json(String text, long line) {
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            if (matcher.group("end") != null) {
                emit(line);
            } else {
                words.put(matcher.group("key").toLowerCase(Locale.ROOT), plain(matcher.group("value")));
            }
        }
    }

    private void emit(long line) {
        String code = words.getOrDefault("code", "");
        if (code.matches("\\d{1,6}")) {
            String said = words.getOrDefault("message", "") + " " + words.getOrDefault("detail", "");
            to.add(new StatusCode(Platform.ONLINE, code), said.strip(), line);
        } else if (words.getOrDefault("error", "").equals("invalid_grant")) {
            to.add(new StatusCode(Platform.ONLINE, "invalid_grant"), "", line);
        }
        words.clear();
    }

    private void xml(String text, long line) {
        Matcher matcher = XML.matcher(text);
        while (matcher.find()) {
            String message = matcher.group(2) == null ? "" : matcher.group(2);
            String detail = matcher.group(3) == null ? "" : matcher.group(3);
            String said = LogCodes.unescaped(message + " " + detail).strip();
            to.add(new StatusCode(Platform.ONLINE, matcher.group(1)), said, line);
        }
    }

    private static String plain(String json) {
        return json.replace("\\\"", "\"")
                .replace("\\n", " ")
                .replace("\\/", "/")
                .replace("\\\\", "\\");
    }
}
