package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What customers owe. It follows from their documents: LastUpdatedTime moves with it, the SyncToken does not. */
final class Customers {
    private Customers() {}

    static Refusal missing(Session session) {
        return session.switches().missingCustomerIs6560
                ? new Refusal(Code.CUSTOMER_MISSING, "CustomerRef is missing in the request", "CustomerRef")
                : Refusals.missing("CustomerRef");
    }

    /** Moves the balances of the customers of a document from what it said to what it says. */
    static void owe(@Nullable Entity before, @Nullable Entity after, BigDecimal sign, Session session) {
        boolean same = before != null
                && after != null
                && before.ref("CustomerRef").equals(after.ref("CustomerRef"))
                && Money.same(before.amount("TotalAmt"), after.amount("TotalAmt"));
        if (same) {
            return;
        }
        if (before != null) {
            move(
                    before.ref("CustomerRef"),
                    before.amount("TotalAmt").multiply(sign).negate(),
                    session);
        }
        if (after != null) {
            move(after.ref("CustomerRef"), after.amount("TotalAmt").multiply(sign), session);
        }
    }

    private static void move(String customer, BigDecimal by, Session session) {
        String id = customer;
        boolean own = true;
        while (!id.isEmpty()) {
            Entity found = session.books().find(EntityType.CUSTOMER, id).orElse(null);
            if (found == null) {
                return;
            }
            ObjectNode fields = found.fields().deepCopy();
            if (own) {
                fields.put("Balance", Money.written(found.amount("Balance").add(by)));
            }
            fields.put(
                    "BalanceWithJobs",
                    Money.written(found.amount("BalanceWithJobs").add(by)));
            session.books().touch(found, fields, session.now());
            id = found.ref("ParentRef");
            own = false;
        }
    }

    /** Whether a document of {@code other} may be paid by {@code customer}: the same one, or a job of it. */
    static boolean pays(String customer, String other, Session session) {
        String id = other;
        while (!id.isEmpty()) {
            if (id.equals(customer)) {
                return true;
            }
            id = session.books()
                    .find(EntityType.CUSTOMER, id)
                    .map(found -> found.ref("ParentRef"))
                    .orElse("");
        }
        return false;
    }
}
