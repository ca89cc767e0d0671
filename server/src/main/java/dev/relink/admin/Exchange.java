package dev.relink.admin;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was sent to QuickBooks and what it answered, of one request; null where nothing is kept. */
public record Exchange(
        @Nullable String request,
        @Nullable String answer,
        @Nullable Instant sent,
        @Nullable Instant answered) {

    public static final Exchange NONE = new Exchange(null, null, null, null);

    private static final Pattern ELEMENT = Pattern.compile("^<(\\w{1,60}?)R[qs]\\b");
    private static final Pattern STATUS = Pattern.compile("\\bstatusCode=\"(\\w{1,12})\"");

    public boolean isKept() {
        return request != null || answer != null;
    }

    /** " (CustomerMod)"; empty when it cannot be told. */
    public String requestName() {
        return first(ELEMENT, request);
    }

    /** " (3120)" */
    public String answerName() {
        return first(STATUS, answer);
    }

    private static String first(Pattern pattern, @Nullable String text) {
        Matcher matcher = pattern.matcher(text == null ? "" : text);
        return matcher.find() ? " (" + matcher.group(1) + ")" : "";
    }
}
