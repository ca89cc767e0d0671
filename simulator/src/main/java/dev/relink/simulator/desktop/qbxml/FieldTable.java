package dev.relink.simulator.desktop.qbxml;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads a table of fields in wire order (tab-separated, one row per element, named by its path) into trees of rows. */
final class FieldTable {
    private FieldTable() {}

    /** One row and the rows below it, in wire order. */
    record Row(String name, Map<String, String> columns, List<Row> below) {
        String get(String column) {
            return columns.getOrDefault(column, "");
        }
    }

    /** The trees of {@code resource}, by the name of their root. */
    static Map<String, Row> read(String resource) {
        Map<String, Row> byPath = new LinkedHashMap<>();
        Map<String, Row> roots = new LinkedHashMap<>();
        List<String> lines = lines(resource);
        String[] header = lines.getFirst().split("\t", -1);
        for (String line : lines.subList(1, lines.size())) {
            place(row(header, line.split("\t", -1)), line.split("\t", 2)[0], byPath, roots);
        }
        return roots;
    }

    private static void place(Row row, String path, Map<String, Row> byPath, Map<String, Row> roots) {
        int slash = path.lastIndexOf('/');
        byPath.put(path, row);
        if (slash < 0) {
            roots.put(path, row);
        } else {
            Objects.requireNonNull(byPath.get(path.substring(0, slash)), path)
                    .below()
                    .add(row);
        }
    }

    private static Row row(String[] header, String[] cells) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 1; i < cells.length; i++) {
            columns.put(header[i], cells[i]);
        }
        return new Row(cells[0].substring(cells[0].lastIndexOf('/') + 1), columns, new ArrayList<>());
    }

    private static List<String> lines(String resource) {
        try (var in = Objects.requireNonNull(FieldTable.class.getResourceAsStream(resource), resource);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + resource + " cannot be read from the program's own jar", e);
        }
    }
}
