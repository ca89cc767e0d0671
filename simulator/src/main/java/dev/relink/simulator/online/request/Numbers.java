package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The number of a document: counted up by the realm, or the user's own and then perhaps one that must be new. */
final class Numbers {
    private static final int FIRST = 1001;

    private Numbers() {}

    static void settle(EntityType type, @Nullable Entity before, ObjectNode after, Session session) {
        boolean own = session.settings().customTxnNumbers();
        if (!after.has("DocNumber") && before != null && before.fields().has("DocNumber")) {
            after.put("DocNumber", before.text("DocNumber"));
        } else if (!after.has("DocNumber") && !own) {
            after.put("DocNumber", next(type, session));
        }
        if (own && session.switches().duplicateNumbersRefused) {
            unique(type, before, after.path("DocNumber").asString(""), session);
        }
    }

    private static String next(EntityType type, Session session) {
        return String.valueOf(Math.max(FIRST, session.books().highestNumber(type) + 1));
    }

    private static void unique(EntityType type, @Nullable Entity before, String number, Session session) {
        session.books().all(type).stream()
                .filter(document ->
                        !number.isEmpty() && document.text("DocNumber").equalsIgnoreCase(number))
                .filter(document -> before == null || !document.id().equals(before.id()))
                .findFirst()
                .ifPresent(holder -> {
                    throw Refusals.duplicateNumber(holder, session.switches().duplicateNumberNamesTransaction);
                });
    }
}
