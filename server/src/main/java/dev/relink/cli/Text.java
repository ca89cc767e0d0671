package dev.relink.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Text for a terminal. Names come from other systems: what would steer the terminal is taken out. */
final class Text {

    /** Every table and paragraph fits into it, unless ids alone are longer. */
    static final int WIDTH = 100;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Text() {}

    /** On one line. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\s]+", " ").strip();
    }

    /** With its lines as they are. */
    static String lines(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").strip();
    }

    /** The text at a JSON pointer, on one line; empty when there is none. */
    static String of(JsonNode json, String pointer) {
        return line(json.at(pointer).asString(""));
    }

    /** A time in the zone of the reader, to the minute; empty when there is none. */
    static String time(JsonNode json, String pointer) {
        String text = of(json, pointer);
        try {
            return text.isEmpty() ? "" : MINUTE.format(Instant.parse(text).atZone(ZoneId.systemDefault()));
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    static String list(JsonNode json, String pointer) {
        return json.at(pointer).valueStream().map(one -> line(one.asString(""))).collect(Collectors.joining(", "));
    }

    static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
    }

    /** At spaces; a word that is longer than the width stays whole. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
