package dev.relink.simulator.online.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a realm.
 *
 * @param id of the event, the same when it is sent again
 * @param type {@code "Invoice"}
 * @param deletedId of a merge: the Id that is gone; {@code entityId} lives on
 */
public record Event(
        String id,
        String realmId,
        String type,
        String entityId,
        Operation operation,
        Instant when,
        @Nullable String deletedId) {

    /** What happened, in the words of both forms. */
    public enum Operation {
        CREATE("Create", "created"),
        UPDATE("Update", "updated"),
        DELETE("Delete", "deleted"),
        MERGE("Merge", "merged"),
        VOID("Void", "void");

        private final String older;
        private final String newer;

        Operation(String older, String newer) {
            this.older = older;
            this.newer = newer;
        }
    }

    /** {@code "Create"}. */
    public String older() {
        return operation.older;
    }

    /** {@code "qbo.invoice.created.v1"}. */
    public String newer() {
        return "qbo." + type.toLowerCase(java.util.Locale.ROOT) + "." + operation.newer + ".v1";
    }
}
