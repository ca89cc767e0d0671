package dev.relink.simulator.online;

import dev.relink.simulator.online.books.Deleted;
import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Json;
import dev.relink.simulator.online.request.Merges;
import dev.relink.simulator.online.request.Operations;
import dev.relink.simulator.online.request.Reads;
import dev.relink.simulator.online.request.Refusal;
import dev.relink.simulator.online.request.Rendering;
import dev.relink.simulator.online.request.Writes;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A person who works in QuickBooks Online itself. Every act throws a {@link Refusal} when QuickBooks says no. */
public final class Bookkeeper {
    private final Realm realm;
    private final @Nullable Instant then;

    /** @param then when the acts are done, null is now */
    Bookkeeper(Realm realm, @Nullable Instant then) {
        this.realm = realm;
        this.then = then;
    }

    /** The same person at a time in the past. */
    public Bookkeeper at(Instant past) {
        return new Bookkeeper(realm, past);
    }

    /** Enters an object as its JSON. */
    public Entity enter(EntityType type, ObjectNode body) {
        return realm.byHand(then, session -> new Writes(session).save(type, body));
    }

    /** Changes the given properties and no others. */
    public Entity change(EntityType type, String id, ObjectNode properties) {
        ObjectNode body = properties.deepCopy().put("Id", id).put("sparse", true);
        return realm.byHand(then, session -> new Writes(session).save(type, body));
    }

    /** Saves an object without changing anything a person can see, so that its SyncToken moves. */
    public Entity save(EntityType type, String id) {
        return realm.byHand(then, session -> {
            Entity before = Reads.find(session, type, id);
            return session.books().change(before, before.fields(), session.now(), session.user());
        });
    }

    public Entity rename(EntityType type, String id, String name) {
        return change(type, id, Json.object().put(type.nameProperty(), name));
    }

    public Entity setActive(EntityType type, String id, boolean active) {
        return change(type, id, Json.object().put("Active", active));
    }

    public void delete(EntityType type, String id) {
        realm.byHand(
                then, session -> new Writes(session).delete(type, Json.object().put("Id", id)));
    }

    public Entity makeVoid(EntityType type, String id) {
        return realm.byHand(
                then,
                session -> new Writes(session).makeVoid(type, Json.object().put("Id", id)));
    }

    /** One of two becomes the other: its documents move, its Id dies. */
    public Entity merge(EntityType type, String gone, String kept) {
        return realm.byHand(then, session -> new Merges(session).merge(type, gone, kept));
    }

    /** Puts payments on a deposit; from then on they cannot be changed. */
    public Entity deposit(String account, List<String> payments) {
        return realm.byHand(then, session -> {
            ObjectNode body = Json.object();
            body.set("DepositToAccountRef", Json.ref(account));
            var lines = body.putArray("Line");
            for (String id : payments) {
                Entity payment = Reads.find(session, EntityType.PAYMENT, id);
                ObjectNode line = lines.addObject().put("Amount", payment.amount("TotalAmt"));
                line.putArray("LinkedTxn").addObject().put("TxnId", id).put("TxnType", "Payment");
            }
            return new Writes(session).save(EntityType.DEPOSIT, body);
        });
    }

    /** Sets preferences by group: {@code {"SalesFormsPrefs": {"CustomTxnNumbers": true}}}; other preferences stay. */
    public ObjectNode prefer(ObjectNode groups) {
        return realm.byHand(then, session -> {
            Entity before = session.books().one(EntityType.PREFERENCES);
            ObjectNode body = before.fields().deepCopy();
            for (var group : groups.properties()) {
                ObjectNode all =
                        body.path(group.getKey()) instanceof ObjectNode old ? old : body.putObject(group.getKey());
                all.setAll((ObjectNode) group.getValue());
                all.properties().removeIf(each -> each.getValue().isNull());
            }
            return new Rendering(session).of(new Writes(session).save(EntityType.PREFERENCES, body));
        });
    }

    /** The object as an app would read it. */
    public ObjectNode read(EntityType type, String id) {
        return realm.byHand(then, session -> new Rendering(session).of(Reads.find(session, type, id)));
    }

    /** All living objects of a type, inactive ones included, oldest first. */
    public List<Entity> all(EntityType type) {
        return realm.byHand(then, session -> session.books().all(type));
    }

    public int count(EntityType type) {
        return realm.byHand(then, session -> session.books().count(type));
    }

    /** The object of this Id, or of this name or number. */
    public Entity find(EntityType type, String idOrName) {
        return all(type).stream()
                .filter(each -> each.id().equals(idOrName))
                .findFirst()
                .or(() -> all(type).stream()
                        .filter(each -> each.name().equalsIgnoreCase(idOrName)
                                || each.text("FullyQualifiedName").equalsIgnoreCase(idOrName))
                        .findFirst())
                .orElseThrow(() -> new NotThere("There is no " + type.wireName() + " " + idOrName));
    }

    /** Everything that is gone, oldest first. */
    public List<Deleted> deleted() {
        return realm.byHand(then, session -> List.copyOf(session.books().deleted()));
    }

    /** How many objects there are, by type. */
    public Map<EntityType, Integer> counts() {
        return realm.byHand(then, session -> {
            var counts = new EnumMap<EntityType, Integer>(EntityType.class);
            for (EntityType type : EntityType.values()) {
                counts.put(type, session.books().count(type));
            }
            return counts;
        });
    }

    /** An answer to a query as an app would get it. */
    public ObjectNode query(String text) {
        return realm.byHand(then, session -> new Operations(session, session.now()).query(text));
    }

    /** What an act names does not exist. */
    public static final class NotThere extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotThere(String message) {
            super(message);
        }
    }
}
