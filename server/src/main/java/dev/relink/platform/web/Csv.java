package dev.relink.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * RFC 4180. What a spreadsheet would take for a formula gets an apostrophe in front (CWE-1236), which reading takes away
 * again.
 */
public final class Csv {

    private static final String FORMULA_STARTS = "=+-@\t\r\n\0";

    private Csv() {}

    /** One line with its line break. */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        String safe = isFormula(text) || text.startsWith("'") ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ');
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    /** Lines of cells; empty lines are left out. */
    public static List<List<String>> read(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        String rest = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (quoted && c == '"' && i + 1 < rest.length() && rest.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || c != ',' && c != '\n' && c != '\r') {
                cell.append(c);
            } else if (c != '\r') {
                row.add(plain(cell));
                if (c == '\n') {
                    addFilled(rows, row);
                    row = new ArrayList<>();
                }
            }
        }
        row.add(plain(cell));
        addFilled(rows, row);
        return rows;
    }

    private static void addFilled(List<List<String>> rows, List<String> row) {
        if (row.size() > 1 || !row.getFirst().isEmpty()) {
            rows.add(row);
        }
    }

    private static String plain(StringBuilder cell) {
        String text = cell.toString();
        cell.setLength(0);
        return text.length() > 1 && text.startsWith("'") ? text.substring(1) : text;
    }
}
