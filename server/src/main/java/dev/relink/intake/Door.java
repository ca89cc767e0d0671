package dev.relink.intake;

import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.JsonRecords;
import dev.relink.entity.Limits;
import dev.relink.entity.Link;
import dev.relink.entity.Problems;
import dev.relink.entity.QuickBooks;
import dev.relink.entity.Value;
import dev.relink.entity.Values;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What is checked before anything is kept: all that is wrong, at once, each with its field, its value and the limit. */
public final class Door {

    /** Of a record's id; what an index entry may hold, with room for the type and the company. */
    static final int LONGEST_ID = 200;

    private final QuickBooks target;

    public Door(QuickBooks target) {
        this.target = target;
    }

    /** @param problems gets one problem when it is no JSON */
    public static Optional<JsonNode> json(String text, Problems problems) {
        return JsonRecords.parse(text, problems);
    }

    /** @param problems gets one problem when the app cannot send this type */
    public static Optional<EntityType> type(String name, Problems problems) {
        Optional<EntityType> type = EntityTypes.of(name).filter(EntityType::isSendable);
        if (type.isEmpty()) {
            problems.add("/type", "is \"%s\"; known are %s".formatted(shortened(name), names()));
        }
        return type;
    }

    private static String names() {
        return EntityTypes.sendable().stream().map(EntityType::name).sorted().collect(Collectors.joining(", "));
    }

    /** An id as the app may choose it: 1 to {@value #LONGEST_ID} characters, no control characters, not only dots. */
    public static void checkId(String pointer, String id, Problems problems) {
        String has = pointer.isEmpty() ? "has an id of " : "has ";
        if (id.isBlank() || id.length() > LONGEST_ID) {
            problems.add(pointer, "%s%d characters; an id has 1 to %d".formatted(has, id.length(), LONGEST_ID));
        } else if (id.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(id)) {
            problems.add(pointer, "has a control character or half a character in its id");
        } else if (id.equals(".") || id.equals("..")) { // in an address they mean a folder
            problems.add(pointer, "has the id \"%s\"; an id is more than dots".formatted(id));
        }
    }

    /** Reads a record of this type; what it returns counts only while {@code problems} is empty. */
    public Values record(EntityType type, String id, JsonNode json, Problems problems) {
        Values values = JsonRecords.read(type, json, problems);
        Limits.check(type, values, target, problems);
        for (Link link : type.references(values)) {
            if (link.reference() instanceof Value.Reference.ToRecord(String to)) {
                checkId(link.pointer(), to, problems);
                if (link.type().equals(type.name()) && to.equals(id)) {
                    problems.add(link.pointer(), "is the record itself");
                }
            }
        }
        return values;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
