package dev.relink.admin;

import dev.relink.entity.Difference;
import dev.relink.entity.Differences;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.Field;
import dev.relink.entity.QuickBooks;
import dev.relink.entity.RecordJson;
import dev.relink.entity.RecordKey;
import dev.relink.repair.Lookalike;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A record as the app sent it beside what QuickBooks has, field by field, in the order of its form.
 *
 * @param there what it is held against; null = QuickBooks was never seen to have it
 */
public record Sides(List<Side> fields, @Nullable There there, RecordFields lines) {

    /**
     * What QuickBooks has.
     *
     * @param name empty where it has none
     * @param readAt when it was read last; null = only a look-up saw it, and told what differs
     * @param facts as it was read; empty = not kept
     * @param quickbooks what it does not keep, or keeps in another form, is no difference
     * @param isTwin it is another one than the record is linked to
     */
    public record There(
            String quickbooksId,
            String name,
            @Nullable Instant readAt,
            QuickBooks quickbooks,
            boolean isTwin,
            String facts) {}

    /** One field. @param theirs empty where QuickBooks has nothing, or nothing is known */
    public record Side(String label, String ours, String theirs, boolean differs) {

        /** QuickBooks has nothing there: sent with the rest, no contradiction. */
        public boolean isOnlyOurs() {
            return differs && theirs.isEmpty();
        }
    }

    public Sides {
        fields = List.copyOf(fields);
    }

    /** @param parents names of the records that this one refers to, by type and id */
    static Sides of(
            RecordKey key,
            String snapshot,
            @Nullable There there,
            @Nullable Lookalike twin,
            Map<RecordKey, String> parents) {
        EntityType type = EntityTypes.require(key.type());
        There other = there == null && twin != null
                ? new There(twin.quickbooksId(), twin.name(), null, QuickBooks.DESKTOP, true, "")
                : there;
        List<Difference> differences = differences(type, snapshot, other, twin);
        JsonNode ours = RecordFields.tree(snapshot);
        JsonNode theirs = RecordFields.tree(other == null || other.facts().isEmpty() ? "{}" : other.facts());
        List<Side> sides = new ArrayList<>();
        for (Field field : type.fields()) {
            String name = field.name();
            if (ours.has(name) && !name.equals("lines")) {
                Difference differs = differences.stream()
                        .filter(one -> isIn(one, name))
                        .findFirst()
                        .orElse(null);
                String read = RecordFields.text(name, theirs.path(name));
                sides.add(new Side(
                        RecordFields.label(name),
                        named(name, RecordFields.text(name, ours.path(name)), parents),
                        read.isEmpty() && differs != null && !differs.found().equals("nothing")
                                ? differs.found()
                                : read,
                        differs != null));
            }
        }
        return new Sides(sides, other, RecordFields.of(snapshot));
    }

    private static List<Difference> differences(
            EntityType type, String snapshot, @Nullable There there, @Nullable Lookalike twin) {
        if (there == null) {
            return List.of();
        }
        return there.facts().isEmpty()
                ? Objects.requireNonNull(twin).differs()
                : Differences.between(
                        type,
                        RecordJson.read(type, snapshot),
                        RecordJson.read(type, there.facts()),
                        there.quickbooks());
    }

    private static boolean isIn(Difference difference, String field) {
        return difference.pointer().equals("/" + field) || difference.pointer().startsWith("/" + field + "/");
    }

    /** Another record of the app's is shown by its name. */
    private static String named(String field, String text, Map<RecordKey, String> parents) {
        return parents.entrySet().stream()
                .filter(parent -> parent.getKey().id().equals(text)
                        && (parent.getKey().type().equals(field) || field.equals("parent")))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(text);
    }

    public long equal() {
        return fields.stream().filter(side -> !side.differs()).count();
    }

    private long bothFilled() {
        return fields.stream().filter(side -> !side.isOnlyOurs()).count();
    }

    public boolean isEqual() {
        return fields.stream().noneMatch(Side::differs);
    }

    /** "6 of 8 fields equal": of those that both sides fill. */
    public String compared() {
        return equal() + " of " + bothFilled() + " fields equal";
    }
}
