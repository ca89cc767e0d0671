package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;

/** Finds one object. */
public final class Reads {
    private static final int LONGEST_ID = 19;

    private Reads() {}

    /** @throws Refusal 2030 when it cannot be an Id, 610 when there is no such object */
    public static Entity find(Session session, EntityType type, String id) {
        if (id.isEmpty()) {
            throw Refusals.missing("Id");
        }
        if (!id.matches("\\d{1," + LONGEST_ID + "}")) {
            throw Refusals.invalidId(id);
        }
        return References.find(type, id, session).orElseThrow(() -> gone(session, type, id));
    }

    private static Refusal gone(Session session, EntityType type, String id) {
        boolean told = session.switches().deletedIsTold && type.isTransaction();
        return told && Writes.gone(session, type, id) != null ? Refusals.deletedByAnother() : Refusals.notFound();
    }
}
