package dev.relink.cli;

import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Operation;
import dev.relink.connector.Platform;
import dev.relink.connector.StatusCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The log of a Web Connector, or any text with answers of QuickBooks in it: finds the codes and reads them. */
final class PastedLog {

    /** One cause: the same code with the same reading, however often it stands in the log. Lines count from 1. */
    record Finding(Decoded decoded, int firstLine, int times) {}

    private record Cause(StatusCode code, String variant) {}

    private static final Pattern ANSWER = Pattern.compile(
            "(?:messageSetS|s)tatusCode=\"(\\d{1,4})\"(?:[^>]{0,200}?statusMessage=\"([^\"]{0,4000})\")?");

    /** "Status code 3120", "error: 3200": four digits only, since three may as well be an HTTP status. */
    private static final Pattern WORDS = Pattern.compile("(?i)\\b(?:code|error)\\s?[:=#]?\\s?(\\d{4})\\b(.{0,2000})");

    private static final Pattern HRESULT = Pattern.compile("(0[xX]8[0-9A-Fa-f]{7}|-2147\\d{6})\\b");
    private static final Pattern WEB_CONNECTOR = Pattern.compile("\\bQBWC\\d{4}\\b");

    private final Decoder decoder;
    private final Operation operation;
    private final Map<Cause, Finding> findings = new LinkedHashMap<>();

    PastedLog(Decoder decoder, Operation operation) {
        this.decoder = decoder;
        this.operation = operation;
    }

    /** Every cause, in the order of the log. */
    List<Finding> read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            readLine(line.contains("tatusCode=&quot;") ? unescaped(line) : line, i + 1);
        }
        return new ArrayList<>(findings.values());
    }

    private void readLine(String line, int number) {
        find(ANSWER, line, match -> add(desktop(match), unescaped(orEmpty(match.group(2))), number));
        find(WORDS, line, match -> add(desktop(match), match.group(2), number));
        find(HRESULT, line, match -> add(CodeArgument.hresult(match.group(1)), line, number));
        find(WEB_CONNECTOR, line, match -> add(new StatusCode(Platform.WEB_CONNECTOR, match.group()), line, number));
    }

    private interface Found {
        void in(MatchResult match);
    }

    private static void find(Pattern pattern, String line, Found found) {
        Matcher matcher = pattern.matcher(line);
        while (matcher.find()) {
            found.in(matcher);
        }
    }

    private static StatusCode desktop(MatchResult match) {
        return StatusCode.desktop(match.group(1));
    }

    private void add(StatusCode code, String message, int line) {
        if (code.code().equals("0")) {
            return;
        }
        Decoded decoded = decoder.decode(code, message, operation);
        Cause cause =
                new Cause(code, orEmpty(decoded.variant()) + decoded.facts().getOrDefault("reference", ""));
        findings.merge(
                cause,
                new Finding(decoded, line, 1),
                (first, again) -> new Finding(first.decoded(), first.firstLine(), first.times() + again.times()));
    }

    private static String unescaped(String xml) {
        return xml.replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
