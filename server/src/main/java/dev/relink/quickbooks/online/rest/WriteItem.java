package dev.relink.quickbooks.online.rest;

import dev.relink.connector.Known;
import dev.relink.connector.Request;
import dev.relink.entity.EntityType;
import dev.relink.entity.Value;
import dev.relink.entity.Value.Reference;
import dev.relink.entity.Values;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One write, fit for a batch or for a call of its own.
 *
 * @param object such as {@code Invoice}
 * @param touches the objects that it changes, its customer's balance among them: two writes that touch the same one are
 *     never under way together
 */
record WriteItem(String id, String object, Operation operation, ObjectNode json, Set<String> touches) {

    enum Operation {
        CREATE("create", ""),
        UPDATE("update", ""),
        DELETE("delete", "operation=delete"),
        VOID("update", "operation=void"),
        /** A payment is voided by an update that includes it. */
        VOID_BY_UPDATE("update", "operation=update&include=void");

        private final String word;
        private final String parameters;

        Operation(String word, String parameters) {
            this.word = word;
            this.parameters = parameters;
        }
    }

    static WriteItem of(Request.Write write) {
        return switch (write) {
            case Request.Add add -> item(add, null, Operation.CREATE, ObjectWriter.add(add), add.values());
            case Request.Modify modify ->
                item(modify, modify.known(), Operation.UPDATE, ObjectWriter.modify(modify), modify.values());
            case Request.Remove remove ->
                item(remove, remove.known(), operation(remove), ObjectWriter.remove(remove), remove.values());
        };
    }

    private static WriteItem item(
            Request.Write write, @Nullable Known known, Operation operation, ObjectNode json, Values values) {
        var object = objectOf(write.type());
        var touches = new HashSet<String>();
        if (known != null) {
            touches.add(object + " " + known.quickbooksId());
        }
        touch(values.get("customer"), "Customer", touches);
        touch(values.get("parent"), object, touches);
        if (values.get("appliedTo") instanceof Value.Lines(var lines)) {
            lines.forEach(line -> touch(line.get("invoice"), "Invoice", touches));
        }
        return new WriteItem(write.id(), object, operation, json, Set.copyOf(touches));
    }

    private static void touch(@Nullable Value value, String object, Set<String> touches) {
        if (value instanceof Reference.ToQuickBooks(var id, var _) && id != null) {
            touches.add(object + " " + id);
        }
    }

    private static String objectOf(EntityType type) {
        return Objects.requireNonNull(type.online(), () -> "QuickBooks Online has no " + type.name());
    }

    private static Operation operation(Request.Remove remove) {
        return switch (remove.removal()) {
            case VOID -> remove.type().name().equals("payment") ? Operation.VOID_BY_UPDATE : Operation.VOID;
            case DELETE -> remove.type().isList() ? Operation.UPDATE : Operation.DELETE;
            case DEACTIVATE, REACTIVATE -> Operation.UPDATE;
        };
    }

    ObjectNode batchItem() {
        var item = OnlineJson.object().put("bId", id).put("operation", operation.word);
        if (operation == Operation.VOID || operation == Operation.VOID_BY_UPDATE) {
            item.put("optionsData", "void");
        }
        item.set(object, json);
        return item;
    }

    /** Of a call of its own. */
    String parameters() {
        return operation.parameters;
    }

    String body() {
        return OnlineJson.MAPPER.writeValueAsString(json);
    }
}
