package dev.relink.intake;

import dev.relink.entity.EntityType;
import dev.relink.entity.RecordKey;
import dev.relink.entity.Values;

/** What the app says about one record. */
public sealed interface Change {

    EntityType type();

    String id();

    default RecordKey key() {
        return new RecordKey(type().name(), id());
    }

    /** The record as it is now, whole; checked at the door. */
    record Put(EntityType type, String id, Values values) implements Change {}

    /** The app has deleted it. */
    record Delete(EntityType type, String id) implements Change {}
}
