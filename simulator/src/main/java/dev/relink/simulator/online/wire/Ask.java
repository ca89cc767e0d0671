package dev.relink.simulator.online.wire;

import dev.relink.simulator.online.books.EntityType;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a call wants. */
sealed interface Ask {
    record Read(EntityType type, String id) implements Ask {}

    record Save(EntityType type, JsonNode body) implements Ask {}

    record Delete(EntityType type, JsonNode body) implements Ask {}

    record MakeVoid(EntityType type, JsonNode body) implements Ask {}

    record Find(String query) implements Ask {}

    record Changes(String entities, String since) implements Ask {}

    record Batch(List<JsonNode> items) implements Ask {}

    /** Whether it changes something. */
    default boolean isWrite() {
        return switch (this) {
            case Save save -> true;
            case Delete delete -> true;
            case MakeVoid makeVoid -> true;
            case Batch batch -> true;
            case Read read -> false;
            case Find find -> false;
            case Changes changes -> false;
        };
    }

    /** Whether it is a write of a payment. */
    default boolean isPayment() {
        return switch (this) {
            case Save save -> save.type() == EntityType.PAYMENT;
            case Delete delete -> delete.type() == EntityType.PAYMENT;
            case MakeVoid makeVoid -> makeVoid.type() == EntityType.PAYMENT;
            case Batch batch -> false;
            case Read read -> false;
            case Find find -> false;
            case Changes changes -> false;
        };
    }
}
