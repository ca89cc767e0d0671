package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What protects transactions from being changed: a closed period and a deposit. */
final class Guards {
    private Guards() {}

    static void transaction(@Nullable Entity before, ObjectNode after, Session session) {
        if (before != null) {
            open(before.text("TxnDate"), session);
            notDeposited(before, session);
        }
        open(after.path("TxnDate").asString(""), session);
    }

    private static void open(String date, Session session) {
        session.settings()
                .bookCloseDate()
                .filter(closed -> !session.byHand()
                        && !date.isEmpty()
                        && !LocalDate.parse(date).isAfter(closed))
                .ifPresent(closed -> {
                    throw Refusals.closed(session.switches().closedWithPassword);
                });
    }

    private static void notDeposited(Entity before, Session session) {
        boolean mayBe = before.type() == EntityType.PAYMENT || before.type() == EntityType.SALES_RECEIPT;
        if (mayBe && session.books().all(EntityType.DEPOSIT).stream().anyMatch(deposit -> holds(deposit, before))) {
            throw Refusals.deposited();
        }
    }

    private static boolean holds(Entity deposit, Entity transaction) {
        for (JsonNode line : deposit.fields().path("Line")) {
            for (JsonNode link : line.path("LinkedTxn")) {
                if (link.path("TxnId").asString("").equals(transaction.id())) {
                    return true;
                }
            }
        }
        return false;
    }
}
