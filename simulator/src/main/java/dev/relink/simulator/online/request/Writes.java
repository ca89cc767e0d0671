package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Deleted;
import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Json;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes, changes, voids and deletes objects. Each call does all of it or throws a {@link Refusal} and does nothing. */
public final class Writes {
    private static final Set<String> ENVELOPE = Set.of("Id", "SyncToken", "MetaData", "domain", "sparse", "status");

    private final Session session;

    public Writes(Session session) {
        this.session = session;
    }

    /** Makes an object, or changes it when the body has an Id. */
    public Entity save(EntityType type, JsonNode body) {
        mayWrite();
        ObjectNode checked = BodyCheck.checked(type, body);
        return checked.has("Id") || type.family() == EntityType.Family.ONE
                ? update(type, checked, nulls(type, body))
                : create(type, checked);
    }

    private static Set<String> nulls(EntityType type, JsonNode body) {
        Set<String> nulls = body.properties().stream()
                .filter(field -> field.getValue().isNull())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        nulls.removeAll(ENVELOPE);
        nulls.removeAll(Rules.of(type).readOnly());
        return nulls;
    }

    private Entity create(EntityType type, ObjectNode body) {
        if (!type.canBeCreated() && !session.byHand()) {
            throw Refusals.unsupported("Operation create is not supported for " + type.wireName());
        }
        ObjectNode after = writable(type, body);
        settle(type, null, after);
        boolean grow = session.switches().idsGrow || type == EntityType.TAX_CODE;
        Entity made = session.books().add(type, after, session.now(), session.user(), grow);
        Rules.of(type).follow(null, made, session);
        return session.books().find(type, made.id()).orElseThrow();
    }

    /** @param emptied the properties that the body names with null */
    private Entity update(EntityType type, ObjectNode body, Set<String> emptied) {
        Entity before = target(type, body);
        boolean sparse = body.path("sparse").asBoolean(false);
        ObjectNode after = sparse ? before.fields().deepCopy() : kept(type, before);
        after.setAll(writable(type, body));
        if (sparse && session.switches().nullEmpties) {
            after.remove(emptied);
        }
        settle(type, before, after);
        return store(before, after);
    }

    private Entity store(Entity before, ObjectNode after) {
        if (Json.same(before.fields(), after)) {
            return before;
        }
        Entity changed = session.books().change(before, after, session.now(), session.user());
        Rules.of(before.type()).follow(before, changed, session);
        return session.books().find(before.type(), before.id()).orElseThrow();
    }

    /** Voids a transaction: its amounts become nothing, it stays. */
    public Entity makeVoid(EntityType type, JsonNode body) {
        mayWrite();
        if (!Voiding.isOffered(type)) {
            throw Refusals.unsupported("Operation void is not supported for " + type.wireName());
        }
        Entity before = target(type, BodyCheck.checked(type, body));
        Guards.transaction(before, before.fields(), session);
        return store(before, Voiding.of(before));
    }

    /** Deletes a transaction; list objects are made inactive instead. */
    public Entity delete(EntityType type, JsonNode body) {
        mayWrite();
        if (!type.isTransaction()) {
            throw Refusals.unsupported("Operation delete is not supported for " + type.wireName());
        }
        Entity before = target(type, BodyCheck.checked(type, body));
        Guards.transaction(before, before.fields(), session);
        Rules.of(type).follow(before, null, session);
        Entity last = session.books().find(type, before.id()).orElseThrow();
        session.books().remove(last, session.now(), null);
        return last;
    }

    private void mayWrite() {
        if (session.switches().subscriptionEnded && !session.byHand()) {
            throw Refusals.subscriptionEnded();
        }
    }

    private void settle(EntityType type, @Nullable Entity before, ObjectNode after) {
        References.check(after, type, session);
        Rules.of(type).settle(type, before, after, session);
        if (type.isTransaction()) {
            Guards.transaction(before, after, session);
        }
    }

    /** The object that a body names, in the version that it names. */
    private Entity target(EntityType type, ObjectNode body) {
        String id = type.family() == EntityType.Family.ONE
                ? session.books().one(type).id()
                : body.path("Id").asString("");
        Entity found = Reads.find(session, type, id);
        String token = body.path("SyncToken").asString("");
        if (!session.byHand() && token.isEmpty()) {
            throw Refusals.missing("SyncToken");
        }
        if (!session.byHand() && !token.equals(String.valueOf(found.syncToken()))) {
            throw Refusals.stale(found);
        }
        return found;
    }

    static ObjectNode writable(EntityType type, ObjectNode body) {
        ObjectNode writable = body.deepCopy();
        writable.remove(ENVELOPE);
        writable.remove(Rules.of(type).readOnly());
        return writable;
    }

    /** What survives a full update: the properties that no app can set. */
    private static ObjectNode kept(EntityType type, Entity before) {
        ObjectNode kept = before.fields().deepCopy();
        return kept.retain(Rules.of(type).readOnly());
    }

    static @Nullable Deleted gone(Session session, EntityType type, String id) {
        return session.books().deleted(type, id).orElse(null);
    }
}
