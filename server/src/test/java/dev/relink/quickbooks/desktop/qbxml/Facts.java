package dev.relink.quickbooks.desktop.qbxml;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What Intuit's schema says of each element: one row per path, in wire order. */
record Facts(Map<String, Map<String, Fact>> byElement) {

    /** @param max 0 when the schema states none */
    record Fact(int seq, String path, String type, boolean required, boolean repeats, int max, int since) {}

    static final Facts REQUESTS = load("/qbxml/request-fields.tsv");
    static final Facts ANSWERS = load("/qbxml/response-fields.tsv");

    /** By path below the element; empty for an element that the tables lack. */
    Map<String, Fact> of(String element) {
        return byElement.getOrDefault(element, Map.of());
    }

    private static Facts load(String resource) {
        var all = new HashMap<String, Map<String, Fact>>();
        var stream = Objects.requireNonNull(Facts.class.getResourceAsStream(resource));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .forEach(row -> all.computeIfAbsent(row[0], name -> new LinkedHashMap<>())
                            .put(row[2], fact(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Facts(all);
    }

    private static Fact fact(String[] row) {
        return new Fact(
                Integer.parseInt(row[1]),
                row[2],
                row[3],
                row[4].equals("req"),
                row[5].equals("rep"),
                row[7].isEmpty() ? 0 : Integer.parseInt(row[7]),
                row[8].isEmpty() ? 0 : Integer.parseInt(row[8].substring(0, row[8].indexOf('.'))));
    }
}
