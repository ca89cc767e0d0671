package dev.relink.intake;

import dev.relink.entity.EntityType;
import dev.relink.entity.Link;
import dev.relink.entity.RecordJson;
import dev.relink.entity.RecordKey;
import dev.relink.entity.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is stored.
 *
 * @param json canonical: equal records have equal text
 * @param parents the records that it points at
 * @param above the parent within its own type, null on top
 */
record Snapshot(
        RecordKey key,
        EntityType type,
        String name,
        String summary,
        String json,
        Set<RecordKey> parents,
        @Nullable RecordKey above) {

    static Snapshot of(Change.Put put) {
        EntityType type = put.type();
        var parents = new LinkedHashSet<RecordKey>();
        for (Link link : type.references(put.values())) {
            if (link.reference() instanceof Value.Reference.ToRecord(String id)) {
                parents.add(new RecordKey(link.type(), id));
            }
        }
        return new Snapshot(
                put.key(),
                type,
                type.nameOf(put.values()),
                type.summary(put.values()),
                RecordJson.write(type, put.values()),
                parents,
                above(put));
    }

    /** The parent within its own type, null on top. */
    static @Nullable RecordKey above(Change.Put put) {
        return put.values().get("parent") instanceof Value.Reference.ToRecord(String id)
                ? new RecordKey(put.type().name(), id)
                : null;
    }

    /** SHA-256 of {@link #json}. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
