package dev.relink.simulator.online;

import dev.relink.simulator.online.books.Books.Change;
import dev.relink.simulator.online.books.Deleted;
import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.webhook.Event;
import dev.relink.simulator.online.webhook.Event.Operation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes events of commits. What only follows from another object is not announced. */
final class Announcements {
    private final Realm realm;

    Announcements(Realm realm) {
        this.realm = realm;
    }

    void announce(Change change) {
        if (change.derived() || realm.webhooks().subscriptions().isEmpty()) {
            return;
        }
        if (realm.troubles().strikes(Trouble.LOSE_WEBHOOK)) {
            return;
        }
        Event event = event(change);
        realm.webhooks().publish(event);
        if (realm.troubles().strikes(Trouble.REPEAT_WEBHOOK)) {
            realm.webhooks().publish(event);
        }
    }

    private Event event(Change change) {
        Deleted gone = change.gone();
        Entity after = change.after();
        if (after == null && gone != null) {
            boolean merged = gone.mergedInto() != null;
            return event(
                    gone.type().wireName(),
                    merged ? String.valueOf(gone.mergedInto()) : gone.id(),
                    merged ? Operation.MERGE : Operation.DELETE,
                    merged ? gone.id() : null);
        }
        Entity living = java.util.Objects.requireNonNull(after);
        return event(living.type().wireName(), living.id(), operation(change.before(), living), null);
    }

    private static Operation operation(@Nullable Entity before, Entity after) {
        if (before == null) {
            return Operation.CREATE;
        }
        return isVoid(after) && !isVoid(before) ? Operation.VOID : Operation.UPDATE;
    }

    private static boolean isVoid(Entity entity) {
        return entity.type().isTransaction()
                && entity.text("PrivateNote").startsWith("Voided")
                && entity.amount("TotalAmt").signum() == 0;
    }

    private Event event(String type, String id, Operation operation, @Nullable String deletedId) {
        return new Event(UUID.randomUUID().toString(), realm.id(), type, id, operation, realm.now(), deletedId);
    }
}
