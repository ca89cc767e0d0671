package dev.relink.simulator.practice;

import dev.relink.simulator.online.Bookkeeper;
import dev.relink.simulator.online.books.Deleted;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a test asks at the end: is each name there once? */
final class OnlineLedger {
    /**
     * One name or number of one type.
     *
     * @param created how often it was made
     */
    record Line(String type, String name, List<String> ids, List<String> deleted, int created) {}

    private OnlineLedger() {}

    static Map<String, Object> of(Bookkeeper bookkeeper) {
        var lines = new TreeMap<String, Line>();
        for (EntityType type : EntityType.values()) {
            bookkeeper.all(type).stream()
                    .filter(each -> !each.name().isEmpty())
                    .forEach(each -> line(lines, type, each.name()).ids().add(each.id()));
        }
        for (Deleted gone : bookkeeper.deleted()) {
            line(lines, gone.type(), gone.name()).deleted().add(gone.id());
        }
        List<Line> all = lines.values().stream()
                .map(line -> new Line(
                        line.type(),
                        line.name(),
                        line.ids(),
                        line.deleted(),
                        line.ids().size() + line.deleted().size()))
                .toList();
        List<Line> twins = all.stream().filter(line -> line.ids().size() > 1).toList();
        return Map.of("names", all, "twins", twins);
    }

    private static Line line(Map<String, Line> lines, EntityType type, String name) {
        String plain = Names.plain(name);
        return lines.computeIfAbsent(
                type.path() + "\n" + plain.toLowerCase(Locale.ROOT),
                key -> new Line(type.path(), plain, new ArrayList<>(), new ArrayList<>(), 0));
    }
}
