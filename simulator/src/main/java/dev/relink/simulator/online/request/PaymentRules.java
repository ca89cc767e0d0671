package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Json;
import dev.relink.simulator.online.books.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Payments, and the invoices that they pay. */
final class PaymentRules implements Rules {
    @Override
    public Set<String> readOnly() {
        return Set.of("UnappliedAmt", "HomeTotalAmt", "LinkedTxn");
    }

    @Override
    public void settle(EntityType type, @Nullable Entity before, ObjectNode after, Session session) {
        if (!after.path("CustomerRef").has("value")) {
            throw Customers.missing(session);
        }
        BigDecimal total = Money.cents(Money.of(after.path("TotalAmt")));
        if (!after.has("TotalAmt") || total.signum() < 0) {
            throw Refusals.business("You must set a transaction amount.");
        }
        Defaults.put(after, "TxnDate", session.today().toString());
        Defaults.put(after, "ProcessPayment", false);
        Currency.settleDocument(before, after, session);
        deposit(after, session);
        if (!after.has("Line")) {
            after.putArray("Line");
        }
        Map<String, BigDecimal> paid = Links.of(after);
        paid.forEach((invoice, amount) -> check(invoice, amount, before, after, session));
        BigDecimal applied = paid.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (applied.compareTo(total) > 0) {
            throw Refusals.business("The amount of the lines is more than the amount of the payment.");
        }
        after.put("TotalAmt", Money.written(total));
        after.put("UnappliedAmt", Money.written(total.subtract(applied)));
        for (JsonNode line : after.path("Line")) {
            ((ObjectNode) line).put("Amount", Money.written(Money.of(line.path("Amount"))));
        }
        Currency.home(after, session);
    }

    private static void deposit(ObjectNode after, Session session) {
        if (!after.has("DepositToAccountRef")) {
            session.books()
                    .named(EntityType.ACCOUNT, "Undeposited Funds")
                    .ifPresent(account -> after.set("DepositToAccountRef", Json.ref(account.id())));
        }
    }

    private static void check(
            String id, BigDecimal amount, @Nullable Entity before, ObjectNode after, Session session) {
        Entity invoice = References.find(EntityType.INVOICE, id, session).orElseThrow(Refusals::cannotBeLinked);
        BigDecimal already =
                before == null ? BigDecimal.ZERO : Links.of(before.fields()).getOrDefault(id, BigDecimal.ZERO);
        String payer = after.path("CustomerRef").path("value").asString("");
        boolean foreign = !Customers.pays(payer, invoice.ref("CustomerRef"), session);
        if (foreign || amount.compareTo(invoice.amount("Balance").add(already)) > 0) {
            throw Refusals.cannotBeLinked();
        }
    }

    @Override
    public void follow(@Nullable Entity before, @Nullable Entity after, Session session) {
        Customers.owe(before, after, BigDecimal.ONE.negate(), session);
        Links.apply(before, after, session);
    }
}
