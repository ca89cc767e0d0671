package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Money;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Deposits: payments that have gone to the bank, and stay as they are from then on. */
final class DepositRules implements Rules {
    @Override
    public Set<String> readOnly() {
        return Set.of("TotalAmt", "HomeTotalAmt");
    }

    @Override
    public void settle(EntityType type, @Nullable Entity before, ObjectNode after, Session session) {
        if (!after.path("DepositToAccountRef").has("value")) {
            throw Refusals.missing("DepositToAccountRef");
        }
        if (after.path("Line").isEmpty()) {
            throw Refusals.missing("Line");
        }
        Defaults.put(after, "TxnDate", session.today().toString());
        Currency.fill(after, session.settings().homeCurrency());
        BigDecimal total = BigDecimal.ZERO;
        for (JsonNode line : after.path("Line")) {
            total = total.add(Money.of(line.path("Amount")));
        }
        after.put("TotalAmt", Money.written(total));
    }

    /** The payments in it get another SyncToken. */
    @Override
    public void follow(@Nullable Entity before, @Nullable Entity after, Session session) {
        Entity deposit = after == null ? java.util.Objects.requireNonNull(before) : after;
        for (JsonNode line : deposit.fields().path("Line")) {
            String id = line.path("LinkedTxn").path(0).path("TxnId").asString("");
            session.books()
                    .find(EntityType.PAYMENT, id)
                    .ifPresent(payment ->
                            session.books().change(payment, payment.fields(), session.now(), session.user()));
        }
    }
}
