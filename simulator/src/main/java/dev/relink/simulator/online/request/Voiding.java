package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A transaction that is void: everything stays but the amounts. */
final class Voiding {
    private static final String NOTE = "Voided";

    private Voiding() {}

    static boolean isOffered(EntityType type) {
        return switch (type) {
            case INVOICE, PAYMENT, SALES_RECEIPT -> true;
            default -> false;
        };
    }

    static boolean isVoid(Entity transaction) {
        return transaction.text("PrivateNote").startsWith(NOTE)
                && transaction.amount("TotalAmt").signum() == 0;
    }

    static ObjectNode of(Entity before) {
        ObjectNode after = before.fields().deepCopy();
        String note = before.text("PrivateNote");
        after.put("PrivateNote", note.isEmpty() || note.startsWith(NOTE) ? NOTE : NOTE + " - " + note);
        for (String amount : List.of("TotalAmt", "Balance", "UnappliedAmt", "HomeTotalAmt", "HomeBalance")) {
            zero(after, amount);
        }
        if (before.type() == EntityType.PAYMENT) {
            after.putArray("Line");
        } else {
            after.path("Line").forEach(Voiding::line);
            after.putObject("TxnTaxDetail").put("TotalTax", BigDecimal.ZERO);
        }
        if (after.has("LinkedTxn")) {
            after.putArray("LinkedTxn");
        }
        return after;
    }

    private static void line(JsonNode line) {
        zero((ObjectNode) line, "Amount");
        if (line.path("SalesItemLineDetail") instanceof ObjectNode detail) {
            zero(detail, "Qty");
            detail.remove("UnitPrice");
        }
    }

    private static void zero(ObjectNode fields, String amount) {
        if (fields.has(amount)) {
            fields.put(amount, BigDecimal.ZERO);
        }
    }
}
