package dev.relink.simulator.online.books;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties of every type, in the order in which XML writes them. The table is that of Intuit's published schema, in
 * the state of its Java package 6.4.2; the real service checks requests against the same model.
 */
public final class Schema {
    private static final Schema PUBLISHED = read();

    private final Map<String, Map<String, Property>> types = new LinkedHashMap<>();

    private Schema() {}

    /** The published schema. */
    public static Schema published() {
        return PUBLISHED;
    }

    /** The properties of a type by name; empty for a type that the table does not know. */
    public Map<String, Property> of(String type) {
        return types.getOrDefault(type, Map.of());
    }

    /** A property of a type, null when it has none of this name. */
    public @Nullable Property find(String type, String name) {
        return of(type).get(name);
    }

    private static Schema read() {
        var schema = new Schema();
        text("properties.tsv").lines().skip(1).map(line -> line.split("\t")).forEach(schema::add);
        return schema;
    }

    private void add(String[] cells) {
        types.computeIfAbsent(cells[0], type -> new LinkedHashMap<>()).put(cells[1], Property.of(cells[1], cells[2]));
    }

    private static String text(String name) {
        try (InputStream table = Schema.class.getResourceAsStream(name)) {
            if (table == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
