package dev.relink.simulator.practice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One of the tables of the sample business: tab-separated, names of the columns in the first line. */
final class TreeCareTable {
    private TreeCareTable() {}

    /** The rows by the names of their columns. */
    static List<Map<String, String>> rows(String name) {
        List<String> lines = text("/treecare/" + name + ".tsv").lines().toList();
        String[] columns = lines.getFirst().split("\t", -1);
        return lines.stream()
                .skip(1)
                .map(line -> row(columns, line.split("\t", -1)))
                .toList();
    }

    private static Map<String, String> row(String[] columns, String[] cells) {
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], cells[i]);
        }
        return row;
    }

    private static String text(String place) {
        try (InputStream file = TreeCareTable.class.getResourceAsStream(place)) {
            if (file == null) {
                throw new IllegalStateException(place + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
