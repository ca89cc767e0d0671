package dev.relink.simulator.online.books;

import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * One version of one object. Nobody changes its fields: a change makes another version.
 *
 * @param born number of the commit that made the object
 * @param number number of the commit that made this version
 * @param changedBy who made this version, as the fault 5010 names them
 * @param fields all properties but Id, SyncToken and MetaData
 */
public record Entity(
        EntityType type,
        String id,
        int syncToken,
        Instant created,
        Instant updated,
        long born,
        long number,
        String changedBy,
        ObjectNode fields) {

    public boolean active() {
        return fields.path("Active").asBoolean(true);
    }

    /** A property as text, {@code ""} when it is not there. */
    public String text(String property) {
        return fields.path(property).asString("");
    }

    /** A property as amount, 0 when it is not there. */
    public BigDecimal amount(String property) {
        return Money.of(fields.path(property));
    }

    /** The Id in a reference, {@code ""} when it is not there. */
    public String ref(String property) {
        return fields.path(property).path("value").asString("");
    }

    /** The name or number that a person knows it by. */
    public String name() {
        return type == EntityType.PAYMENT ? text("PaymentRefNum") : text(type.nameProperty());
    }

    Entity touchedAt(Instant now, long commit, ObjectNode derived) {
        return new Entity(type, id, syncToken, created, now, born, commit, changedBy, derived);
    }

    Entity changed(Instant now, long commit, String by, ObjectNode after) {
        return new Entity(type, id, syncToken + 1, created, now, born, commit, by, after);
    }
}
