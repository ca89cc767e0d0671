package dev.relink.intake;

import dev.relink.entity.EntityType;
import dev.relink.entity.Problem;
import dev.relink.entity.Problems;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads one line, {@code {"type","id","record"}} or {@code {"type","id","deleted":true}}, or says all that is wrong with it. */
final class LineDoor {

    private static final Set<String> KEYS = Set.of("type", "id", "record", "deleted");

    private final Door door;

    LineDoor(Door door) {
        this.door = door;
    }

    sealed interface Read {
        record Good(Change change) implements Read {}

        record Bad(List<Problem> problems) implements Read {}
    }

    Read read(LineReader.Line line) {
        return switch (line) {
            case LineReader.Line.Text(long _, String text) -> read(text);
            case LineReader.Line.Unreadable(long _, String why) ->
                new Read.Bad(List.of(new Problem("", "The line " + why)));
        };
    }

    private Read read(String text) {
        var problems = new Problems();
        Optional<Change> change = Door.json(text, problems).flatMap(json -> change(json, problems));
        return change.isPresent() && problems.isEmpty() ? new Read.Good(change.get()) : new Read.Bad(problems.list());
    }

    private Optional<Change> change(JsonNode json, Problems problems) {
        if (!json.isObject()) {
            problems.add("", "is no JSON object");
            return Optional.empty();
        }
        json.propertyNames().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> problems.add("/" + key, "is not known; a line has type, id, and record or deleted"));
        String id = text(json, "id", problems);
        Door.checkId("/id", id, problems);
        return Door.type(text(json, "type", problems), problems).map(type -> change(type, id, json, problems));
    }

    private Change change(EntityType type, String id, JsonNode json, Problems problems) {
        JsonNode deleted = json.get("deleted");
        if (deleted != null && deleted.isBoolean() && deleted.asBoolean() && !json.has("record")) {
            return new Change.Delete(type, id);
        }
        JsonNode record = json.get("record");
        if (record == null || deleted != null) {
            problems.add("/record", "must be there, or \"deleted\": true instead");
            return new Change.Delete(type, id);
        }
        return new Change.Put(type, id, door.record(type, id, record, problems));
    }

    private static String text(JsonNode json, String key, Problems problems) {
        JsonNode value = json.get(key);
        if (value == null || !value.isString()) {
            problems.add("/" + key, value == null ? "is missing" : "is no string");
            return "";
        }
        return value.asString();
    }
}
