package dev.relink.quickbooks.online.rest;

import dev.relink.connector.Known;
import dev.relink.connector.Request;
import dev.relink.entity.EntityType;
import dev.relink.entity.Field;
import dev.relink.entity.Removal;
import dev.relink.entity.Value;
import dev.relink.entity.Values;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Writes the body of one write. A change is sparse: what it does not name stays, but lines are replaced as a whole. */
final class ObjectWriter {

    /** Stock is counted from here on; earlier than any book that is kept in QuickBooks Online. */
    private static final String STOCK_COUNTED_FROM = "2000-01-01";

    private ObjectWriter() {}

    static ObjectNode add(Request.Add add) {
        var object = OnlineJson.object();
        new FieldsWriter(FieldsWriter.Verb.ADD, List.of()).write(add.type().fields(), add.values(), object);
        Marks.placeOf(add.type())
                .filter(place -> !object.has(place.path()))
                .ifPresent(place -> object.put(place.path(), ""));
        mark(add.type(), add.marker(), object);
        if ("Inventory".equals(object.path("Type").asString(""))) {
            object.put("TrackQtyOnHand", true).put("QtyOnHand", 0).put("InvStartDate", STOCK_COUNTED_FROM);
        }
        return object;
    }

    static ObjectNode modify(Request.Modify modify) {
        var object = sparse(modify.known());
        new FieldsWriter(FieldsWriter.Verb.MOD, modify.known().lines())
                .write(modify.type().fields(), modify.values(), object);
        mark(modify.type(), modify.marker(), object);
        return object;
    }

    /** A note that is written anew carries our marker again; one that is not written keeps it. */
    private static void mark(EntityType type, @Nullable String marker, ObjectNode object) {
        var place = Marks.placeOf(type).orElse(null);
        if (place != null && marker != null && object.has(place.path())) {
            object.put(place.path(), Marks.marked(object.path(place.path()).asString(""), marker, place.limit()));
        }
    }

    static ObjectNode remove(Request.Remove remove) {
        boolean deleted = remove.removal() == Removal.DELETE && remove.type().isTransaction();
        var object = deleted ? target(remove.known()) : sparse(remove.known());
        if (remove.type().isList()) {
            boolean back = remove.removal() == Removal.REACTIVATE;
            object.put("Active", back);
            if (back) {
                name(remove.type(), remove.values(), object);
            }
        }
        return object;
    }

    /** What became inactive carries "(deleted)" in its name: it comes back under its own. */
    private static void name(EntityType type, Values values, ObjectNode object) {
        for (Field field : type.fields()) {
            if (field.isName() && values.get(field.name()) instanceof Value.Text(var text)) {
                object.put(Objects.requireNonNull(field.online()).path(), text.strip());
            }
        }
    }

    private static ObjectNode sparse(Known known) {
        return target(known).put("sparse", true);
    }

    private static ObjectNode target(Known known) {
        return OnlineJson.object().put("Id", known.quickbooksId()).put("SyncToken", known.editToken());
    }
}
