package dev.relink.connector;

import dev.relink.entity.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a change.
 *
 * @param known the line over there; null for a new one
 * @param values null to keep the line as QuickBooks has it
 */
public record PlannedLine(
        Known.@Nullable Line known, @Nullable Values values) {

    public boolean group() {
        return known != null && known.group();
    }

    /**
     * Plans the lines of a change: a line that is not listed is deleted by QuickBooks, one out of order refused (3290). Lines
     * stay in QuickBooks' order; those that its user typed, and groups, are kept by their id alone; new ones follow the
     * line that they follow in the record. Where no line is known as ours, the record's lines take theirs by position.
     */
    public static List<PlannedLine> plan(List<Values> wanted, List<Known.Line> known) {
        var ours = known.stream().anyMatch(line -> line.recordLine() != null) ? known : Lines.byPosition(wanted, known);
        var positions = new HashMap<String, Integer>();
        for (int i = 0; i < wanted.size(); i++) {
            positions.put(Lines.idOf(wanted.get(i), i), i);
        }
        var placed = new boolean[wanted.size()];
        for (var line : ours) {
            var position = positions.get(String.valueOf(line.recordLine()));
            if (position != null) {
                placed[position] = true;
            }
        }
        return place(wanted, ours, positions, placed);
    }

    /** Every known line by its id alone. */
    public static List<PlannedLine> keep(List<Known.Line> known) {
        return known.stream().map(line -> new PlannedLine(line, null)).toList();
    }

    private static List<PlannedLine> place(
            List<Values> wanted, List<Known.Line> known, HashMap<String, Integer> positions, boolean[] placed) {
        var plan = new ArrayList<PlannedLine>();
        addNew(wanted, placed, 0, plan);
        for (var line : known) {
            var position = line.recordLine() == null ? null : positions.get(line.recordLine());
            if (line.group() || line.recordLine() == null) {
                plan.add(new PlannedLine(line, null));
            } else if (position != null) {
                plan.add(new PlannedLine(line, wanted.get(position)));
                addNew(wanted, placed, position + 1, plan);
            }
        }
        return plan;
    }

    /** The run of new lines that begins at {@code from}. */
    private static void addNew(List<Values> wanted, boolean[] placed, int from, List<PlannedLine> plan) {
        for (int i = from; i < wanted.size() && !placed[i]; i++) {
            plan.add(new PlannedLine(null, wanted.get(i)));
        }
    }
}
