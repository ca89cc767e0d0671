package dev.relink.connector;

import dev.relink.entity.Value;
import dev.relink.entity.Value.Reference;
import dev.relink.entity.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells which line over there is which line of the record. */
public final class Lines {

    private Lines() {}

    /** The app's own id of a line, or its place ({@code #0}, {@code #1}) where the app gives none. */
    public static String idOf(Values line, int position) {
        var id = line.text("id");
        return id == null ? "#" + position : id;
    }

    /**
     * After an Add, a Mod or a relink: the lines as found, each with the record's line that it is. What is known of a line
     * stays, for its id does; a line that is new among known ones is the first free one with its item. Where nothing is
     * known they are paired by position, if their number and their items agree; otherwise they are as found.
     *
     * @param values as sent, references resolved
     * @param before what was known of the lines until now
     */
    public static List<Known.Line> pair(Values values, List<Known.Line> before, Row.Found found) {
        var wanted = of(values);
        var there = of(found.values());
        if (before.stream().anyMatch(line -> line.recordLine() != null)) {
            return byIdThenItem(wanted, before, found.lines(), there);
        }
        var plain = new ArrayList<Values>();
        for (int i = 0; i < found.lines().size(); i++) {
            if (!found.lines().get(i).group()) {
                plain.add(there.get(i));
            }
        }
        return agree(wanted, plain) ? byPosition(wanted, found.lines()) : found.lines();
    }

    private static List<Known.Line> byIdThenItem(
            List<Values> wanted, List<Known.Line> before, List<Known.Line> lines, List<Values> there) {
        var known = new HashMap<String, Known.Line>();
        before.forEach(line -> known.put(line.quickbooksId(), line));
        var free = new LinkedHashMap<String, Values>();
        for (int i = 0; i < wanted.size(); i++) {
            free.put(idOf(wanted.get(i), i), wanted.get(i));
        }
        lines.stream()
                .map(line -> known.get(line.quickbooksId()))
                .filter(Objects::nonNull)
                .forEach(line -> free.remove(String.valueOf(line.recordLine())));
        var paired = new ArrayList<Known.Line>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var same = known.get(line.quickbooksId());
            paired.add(same != null ? same.as(line) : line.group() ? line : firstFree(line, there.get(i), free));
        }
        return paired;
    }

    private static Known.Line firstFree(Known.Line line, Values there, LinkedHashMap<String, Values> free) {
        for (var entry : free.entrySet()) {
            if (sameItem(entry.getValue().get("item"), there.get("item"))) {
                free.remove(entry.getKey());
                return line.of(entry.getKey());
            }
        }
        return line;
    }

    /** Gives the record's lines to those over there, in order, groups left out; what is too many stays nobody's. */
    public static List<Known.Line> byPosition(List<Values> wanted, List<Known.Line> known) {
        var paired = new ArrayList<Known.Line>();
        int next = 0;
        for (var line : known) {
            boolean taken = !line.group() && next < wanted.size();
            paired.add(taken ? line.of(idOf(wanted.get(next), next)) : line);
            next += taken ? 1 : 0;
        }
        return paired;
    }

    private static List<Values> of(Values values) {
        for (var field : List.of("lines", "appliedTo")) {
            if (values.get(field) instanceof Value.Lines lines) {
                return lines.lines();
            }
        }
        return List.of();
    }

    private static boolean agree(List<Values> wanted, List<Values> found) {
        if (wanted.size() != found.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!sameItem(wanted.get(i).get("item"), found.get(i).get("item"))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameItem(@Nullable Value wanted, @Nullable Value found) {
        return switch (wanted) {
            case Reference.ToQuickBooks(var id, var name)
            when found instanceof Reference.ToQuickBooks there ->
                id != null && there.quickbooksId() != null
                        ? id.equals(there.quickbooksId())
                        : name != null && name.equalsIgnoreCase(String.valueOf(there.fullName()));
            case Reference.ByName(var name)
            when found instanceof Reference.ToQuickBooks there ->
                name.equalsIgnoreCase(String.valueOf(there.fullName()));
            case Reference.ToRecord _ -> found instanceof Reference;
            case null -> found == null;
            default -> wanted instanceof Value.Nothing && found == null;
        };
    }
}
