package dev.relink.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Rows in aligned columns, {@value Text#WIDTH} wide at most as long as the ids allow. */
final class Table {

    private static final String GAP = "  ";
    private static final int NARROWEST = 8;

    private final List<Column> columns;

    Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /** @param first whether the headings come before it; later parts of a long list go without */
    void print(PrintWriter out, JsonNode rows, boolean first) {
        List<List<String>> cells = new ArrayList<>();
        if (first) {
            cells.add(columns.stream().map(Column::heading).toList());
        }
        rows.forEach(row -> cells.add(
                columns.stream().map(column -> column.cell().apply(row)).toList()));
        int[] widths = widths(cells);
        cells.forEach(row -> print(out, row, widths));
    }

    private int[] widths(List<List<String>> cells) {
        int[] widths = IntStream.range(0, columns.size())
                .map(i -> cells.stream()
                        .mapToInt(row -> row.get(i).length())
                        .max()
                        .orElse(0))
                .toArray();
        int room = Text.WIDTH - GAP.length() * (columns.size() - 1);
        while (Arrays.stream(widths).sum() > room) {
            Optional<Integer> widest = widestThatShrinks(widths);
            if (widest.isEmpty()) {
                break;
            }
            widths[widest.get()]--;
        }
        return widths;
    }

    private Optional<Integer> widestThatShrinks(int[] widths) {
        return IntStream.range(0, widths.length)
                .filter(i -> columns.get(i).shrinks() && widths[i] > NARROWEST)
                .boxed()
                .max(Comparator.comparingInt(i -> widths[i]));
    }

    private void print(PrintWriter out, List<String> row, int[] widths) {
        List<List<String>> cells = IntStream.range(0, widths.length)
                .mapToObj(i -> fitted(columns.get(i), row.get(i), widths[i]))
                .toList();
        int height = cells.stream().mapToInt(List::size).max().orElse(1);
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = line < cells.get(i).size() ? cells.get(i).get(line) : "";
                String space = " ".repeat(Math.max(0, widths[i] - cell.length()));
                text.append(i == 0 ? "" : GAP).append(columns.get(i).isNumber() ? space + cell : cell + space);
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static List<String> fitted(Column column, String cell, int width) {
        return switch (column.kind()) {
            case ID, NUMBER -> List.of(cell);
            case CUT -> List.of(Text.cut(cell, width));
            case WRAPPED -> Text.wrap(cell, width);
        };
    }
}
