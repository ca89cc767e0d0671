package dev.relink.app.demo;

import dev.relink.entity.EntityTypes;
import dev.relink.entity.JsonRecords;
import dev.relink.entity.Problems;
import dev.relink.intake.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the app holds, by type and id; each record passes the same door as one that comes over HTTP. */
final class AppRecords {

    private record Held(String type, String id, Map<String, Object> fields) {}

    private final Map<String, Held> held = new LinkedHashMap<>();

    /** A new record, or in the place of the one of the same id. */
    Change put(String type, String id, Map<String, Object> fields) {
        var record = new Held(type, id, fields);
        held.put(type + " " + id, record);
        return change(record);
    }

    /** The same record with one field changed, as when somebody edits it in the app. */
    Change edited(String type, String id, String field, Object value) {
        var fields = new LinkedHashMap<>(fields(type, id));
        fields.put(field, value);
        return put(type, id, fields);
    }

    /** @throws IllegalArgumentException when there is none */
    Map<String, Object> fields(String type, String id) {
        Held record = held.get(type + " " + id);
        if (record == null) {
            throw new IllegalArgumentException("The app has no %s %s".formatted(type, id));
        }
        return record.fields;
    }

    /** All, in the order in which they were entered. */
    List<Change> all() {
        var changes = new ArrayList<Change>();
        held.values().forEach(record -> changes.add(change(record)));
        return changes;
    }

    private static Change change(Held record) {
        var type = EntityTypes.require(record.type);
        var problems = new Problems();
        var values = JsonRecords.read(type, JsonRecords.mapper().valueToTree(record.fields), problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "The demo's %s %s: %s".formatted(record.type, record.id, problems.list()));
        }
        return new Change.Put(type, record.id, values);
    }
}
