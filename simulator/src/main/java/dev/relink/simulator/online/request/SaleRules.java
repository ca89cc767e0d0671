package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Json;
import dev.relink.simulator.online.books.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Invoices, sales receipts and estimates. */
final class SaleRules implements Rules {
    private static final int DUE_DAYS = 30;

    @Override
    public Set<String> readOnly() {
        return Set.of("TotalAmt", "Balance", "HomeTotalAmt", "HomeBalance", "InvoiceLink");
    }

    @Override
    public void settle(EntityType type, @Nullable Entity before, ObjectNode after, Session session) {
        if (!after.path("CustomerRef").has("value") && type != EntityType.SALES_RECEIPT) {
            throw Customers.missing(session);
        }
        Defaults.put(after, "TxnDate", session.today().toString());
        Currency.settleDocument(before, after, session);
        links(after, session);
        Numbers.settle(type, before, after, session);
        copyFromCustomer(type, after, session);
        Addresses.settle(type, after, session);
        BigDecimal net = new Lines(before, session).settle(after);
        BigDecimal total = Money.cents(net.add(new Tax(after, session).settle()));
        if (total.signum() < 0) {
            throw Refusals.business("The transaction amount must be 0 or greater.");
        }
        after.put("TotalAmt", Money.written(total));
        state(type, before, after, session);
        Currency.home(after, session);
    }

    /** An estimate that is billed, and payments that are linked, must be there. */
    private static void links(ObjectNode after, Session session) {
        for (JsonNode link : after.path("LinkedTxn")) {
            String id = link.path("TxnId").asString("");
            boolean estimate = link.path("TxnType").asString("").equals("Estimate");
            if (estimate && References.find(EntityType.ESTIMATE, id, session).isEmpty()) {
                throw Refusals.business("The entity Estimate " + id + " that you are trying to link does not exist.");
            }
        }
    }

    private static void copyFromCustomer(EntityType type, ObjectNode after, Session session) {
        String id = after.path("CustomerRef").path("value").asString("");
        session.books().find(EntityType.CUSTOMER, id).ifPresent(customer -> {
            for (String property : List.of("BillAddr", "ShipAddr", "SalesTermRef")) {
                if (!after.has(property) && customer.fields().has(property) && type.has(property)) {
                    after.set(property, customer.fields().path(property).deepCopy());
                }
            }
        });
        if (type == EntityType.INVOICE) {
            LocalDate date = LocalDate.parse(after.path("TxnDate").asString(""));
            Defaults.put(
                    after, "DueDate", date.plusDays(dueDays(after, session)).toString());
        }
    }

    private static int dueDays(ObjectNode after, Session session) {
        String term = after.path("SalesTermRef").path("value").asString("");
        return session.books()
                .find(EntityType.TERM, term)
                .map(found -> found.fields().path("DueDays").asInt(DUE_DAYS))
                .orElse(DUE_DAYS);
    }

    private static void state(EntityType type, @Nullable Entity before, ObjectNode after, Session session) {
        Defaults.put(after, "ApplyTaxAfterDiscount", false);
        Defaults.put(after, "PrintStatus", "NeedToPrint");
        Defaults.put(after, "EmailStatus", "NotSet");
        customFields(after);
        switch (type) {
            case INVOICE -> invoice(before, after);
            case ESTIMATE -> Defaults.put(after, "TxnStatus", "Pending");
            default -> receipt(after, session);
        }
    }

    private static void customFields(ObjectNode after) {
        if (!after.has("CustomField")) {
            after.putArray("CustomField")
                    .add(Json.object()
                            .put("DefinitionId", "1")
                            .put("Name", "Crew #")
                            .put("Type", "StringType"));
        }
    }

    private static void invoice(@Nullable Entity before, ObjectNode after) {
        for (String channel : List.of(
                "AllowIPNPayment", "AllowOnlinePayment", "AllowOnlineCreditCardPayment", "AllowOnlineACHPayment")) {
            Defaults.put(after, channel, false);
        }
        if (before != null || !after.has("LinkedTxn")) {
            after.set(
                    "LinkedTxn",
                    before == null
                            ? Json.object().arrayNode()
                            : before.fields().path("LinkedTxn").deepCopy());
        }
        BigDecimal paid =
                before == null ? BigDecimal.ZERO : before.amount("TotalAmt").subtract(before.amount("Balance"));
        after.put("Balance", Money.written(Money.of(after.path("TotalAmt")).subtract(paid)));
    }

    private static void receipt(ObjectNode after, Session session) {
        after.put("Balance", BigDecimal.ZERO);
        if (!after.has("DepositToAccountRef")) {
            session.books()
                    .named(EntityType.ACCOUNT, "Undeposited Funds")
                    .ifPresent(account -> after.set("DepositToAccountRef", Json.ref(account.id())));
        }
    }

    @Override
    public void follow(@Nullable Entity before, @Nullable Entity after, Session session) {
        Entity either = after == null ? java.util.Objects.requireNonNull(before) : after;
        if (either.type() == EntityType.INVOICE) {
            Customers.owe(before, after, BigDecimal.ONE, session);
            if (before != null && (after == null || Voiding.isVoid(after))) {
                Links.letGo(before, session);
            }
        }
    }
}
