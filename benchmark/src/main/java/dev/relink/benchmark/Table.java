package dev.relink.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, a line each, beside its goal where it has one. */
final class Table {

    private record Line(String what, String value, String goal, boolean reached) {}

    private final String title;
    private final List<Line> lines = new ArrayList<>();

    Table(String title) {
        this.title = title;
    }

    Table line(String what, String format, Object... values) {
        lines.add(new Line(what, String.format(Locale.ROOT, format, values), "", true));
        return this;
    }

    Table atLeast(double goal, String what, double value, String unit) {
        lines.add(new Line(what, number(value, unit), "≥ " + number(goal, unit), value >= goal));
        return this;
    }

    Table atMost(double goal, String what, double value, String unit) {
        lines.add(new Line(what, number(value, unit), "≤ " + number(goal, unit), value <= goal));
        return this;
    }

    /** Half and 99 of 100 were done in so many milliseconds; the goal is for the latter. */
    Table within(double goal, String what, Latencies latencies) {
        System.err.printf("  %-46s %s%n", what, latencies); // so that a long run shows how far it has come
        lines.add(new Line(what, latencies.toString(), "p99 ≤ " + number(goal, "ms"), latencies.p99() <= goal));
        return this;
    }

    private static String number(double value, String unit) {
        return String.format(
                Locale.ROOT, value < 100 && value != Math.rint(value) ? "%,.1f %s" : "%,.0f %s", value, unit);
    }

    /** @return whether every goal was reached */
    boolean print() {
        System.out.printf("%n%s%n", title);
        for (Line line : lines) {
            String goal = line.goal.isEmpty() ? "" : line.goal + (line.reached ? "  reached" : "  MISSED");
            System.out.printf("  %-46s %-44s %s%n", line.what, line.value, goal);
        }
        return lines.stream().allMatch(Line::reached);
    }
}
