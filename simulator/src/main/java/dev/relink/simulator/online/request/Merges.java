package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Money;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Two list objects become one, as a person does who renames one to the other's name. */
public final class Merges {
    private final Session session;

    public Merges(Session session) {
        this.session = session;
    }

    /** Moves all that refers to {@code gone} to {@code kept}; {@code gone} dies. Gives the one that lives on. */
    public Entity merge(EntityType type, String gone, String kept) {
        if (!type.isList() || gone.equals(kept)) {
            throw Refusals.unsupported("Only two different list objects can be merged");
        }
        Entity loser = Reads.find(session, type, gone);
        Reads.find(session, type, kept);
        for (EntityType each : EntityType.values()) {
            session.books().all(each).forEach(entity -> move(entity, type, gone, kept));
        }
        session.books().remove(session.books().find(type, gone).orElseThrow(), session.now(), kept);
        return type == EntityType.CUSTOMER ? owed(loser, kept) : Reads.find(session, type, kept);
    }

    private void move(Entity entity, EntityType type, String gone, String kept) {
        ObjectNode fields = entity.fields().deepCopy();
        boolean itself = entity.type() == type && entity.id().equals(gone);
        if (!itself && replaced(fields, entity.type(), type, gone, kept)) {
            session.books().change(entity, fields, session.now(), session.user());
        }
    }

    private static boolean replaced(JsonNode node, EntityType owner, EntityType type, String gone, String kept) {
        boolean any = false;
        for (var field : node.properties()) {
            boolean ofType = References.target(field.getKey(), owner)
                    .filter(type::equals)
                    .isPresent();
            if (ofType && field.getValue().path("value").asString("").equals(gone)) {
                ((ObjectNode) field.getValue()).put("value", kept);
                any = true;
            } else {
                any |= replaced(field.getValue(), owner, type, gone, kept);
            }
        }
        for (JsonNode each : node.isArray() ? node : List.<JsonNode>of()) {
            any |= replaced(each, owner, type, gone, kept);
        }
        return any;
    }

    private Entity owed(Entity loser, String kept) {
        Entity winner = Reads.find(session, EntityType.CUSTOMER, kept);
        ObjectNode fields = winner.fields().deepCopy();
        for (String balance : List.of("Balance", "BalanceWithJobs")) {
            fields.put(balance, Money.written(winner.amount(balance).add(loser.amount(balance))));
        }
        return session.books().change(winner, fields, session.now(), session.user());
    }
}
