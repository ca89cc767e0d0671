package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Json;
import dev.relink.simulator.online.books.Money;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which payment pays which invoice, written on both. */
final class Links {
    private Links() {}

    /** By Id of the invoice, how much a payment pays of it. */
    static Map<String, BigDecimal> of(ObjectNode payment) {
        var paid = new LinkedHashMap<String, BigDecimal>();
        for (JsonNode line : payment.path("Line")) {
            for (JsonNode link : line.path("LinkedTxn")) {
                if (link.path("TxnType").asString("").equals("Invoice")) {
                    paid.merge(
                            link.path("TxnId").asString(""),
                            Money.cents(Money.of(line.path("Amount"))),
                            BigDecimal::add);
                }
            }
        }
        return paid;
    }

    /** Gives the invoices of a payment the balances and links that follow from its change. */
    static void apply(@Nullable Entity before, @Nullable Entity after, Session session) {
        Map<String, BigDecimal> was = before == null ? Map.of() : of(before.fields());
        Map<String, BigDecimal> is = after == null ? Map.of() : of(after.fields());
        String payment = Objects.requireNonNull(after == null ? before : after).id();
        Set<String> invoices = new LinkedHashSet<>(was.keySet());
        invoices.addAll(is.keySet());
        for (String id : invoices) {
            BigDecimal more = is.getOrDefault(id, BigDecimal.ZERO).subtract(was.getOrDefault(id, BigDecimal.ZERO));
            if (more.signum() != 0 || was.containsKey(id) != is.containsKey(id)) {
                session.books()
                        .find(EntityType.INVOICE, id)
                        .ifPresent(invoice -> pay(invoice, payment, more, is.containsKey(id), session));
            }
        }
    }

    private static void pay(Entity invoice, String payment, BigDecimal more, boolean linked, Session session) {
        ObjectNode fields = invoice.fields().deepCopy();
        fields.put("Balance", Money.written(invoice.amount("Balance").subtract(more)));
        fields.set("LinkedTxn", links(invoice, payment, linked));
        Currency.home(fields, session);
        if (session.switches().linkMovesSyncToken) {
            session.books().change(invoice, fields, session.now(), session.user());
        } else {
            session.books().touch(invoice, fields, session.now());
        }
    }

    private static ArrayNode links(Entity invoice, String payment, boolean linked) {
        ArrayNode links = Json.object().arrayNode();
        for (JsonNode link : invoice.fields().path("LinkedTxn")) {
            if (!link.path("TxnId").asString("").equals(payment)) {
                links.add(link);
            }
        }
        if (linked) {
            links.add(Json.object().put("TxnId", payment).put("TxnType", "Payment"));
        }
        return links;
    }

    /** An invoice is gone or void: what paid it is free again. */
    static void letGo(Entity invoice, Session session) {
        for (Entity payment : session.books().all(EntityType.PAYMENT)) {
            BigDecimal paid = of(payment.fields()).get(invoice.id());
            if (paid != null) {
                ObjectNode fields = payment.fields().deepCopy();
                fields.put(
                        "UnappliedAmt",
                        Money.written(payment.amount("UnappliedAmt").add(paid)));
                fields.set("Line", without(payment, invoice.id()));
                session.books().change(payment, fields, session.now(), session.user());
            }
        }
    }

    private static ArrayNode without(Entity payment, String invoice) {
        ArrayNode lines = Json.object().arrayNode();
        for (JsonNode line : payment.fields().path("Line")) {
            if (!line.path("LinkedTxn").path(0).path("TxnId").asString("").equals(invoice)) {
                lines.add(line);
            }
        }
        return lines;
    }
}
