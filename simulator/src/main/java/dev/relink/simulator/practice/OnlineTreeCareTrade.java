package dev.relink.simulator.practice;

import dev.relink.simulator.online.Bookkeeper;
import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/** A year of invoices and the payments for most of them. Chosen by a fixed seed. */
final class OnlineTreeCareTrade {
    private static final int INVOICES = 120;
    /** Invoices older than this are paid, but for one in nine. */
    private static final int PAID_AFTER_DAYS = 40;

    private final OnlineTreeCare company;
    private final Bookkeeper now;
    private final LocalDate today;
    private final Random dice = new Random(20_260_401);
    private final List<Map<String, String>> items = TreeCareTable.rows("items");

    OnlineTreeCareTrade(OnlineTreeCare company, Bookkeeper now) {
        this.company = company;
        this.now = now;
        this.today = company.today();
    }

    void enter(List<Map<String, String>> customers) {
        for (int i = 0; i < INVOICES; i++) {
            LocalDate day = today.minusDays(1 + (INVOICES - 1L - i) * 360 / INVOICES);
            String customer = fullName(customers.get(dice.nextInt(customers.size())));
            Entity invoice = company.at(day).enter(EntityType.INVOICE, invoice(customer, day));
            LocalDate paid = day.plusDays(12L + dice.nextInt(25));
            if (day.isBefore(today.minusDays(PAID_AFTER_DAYS)) && dice.nextInt(9) > 0) {
                company.at(paid).enter(EntityType.PAYMENT, payment(invoice, paid));
            }
        }
    }

    private ObjectNode invoice(String customer, LocalDate day) {
        ObjectNode invoice = Json.object().put("TxnDate", day.toString());
        invoice.set("CustomerRef", company.ref(EntityType.CUSTOMER, customer));
        var lines = invoice.putArray("Line");
        int count = 1 + dice.nextInt(3);
        for (int i = 0; i < count; i++) {
            lines.add(line(items.get(dice.nextInt(items.size())), 1 + dice.nextInt(4)));
        }
        return invoice;
    }

    private ObjectNode line(Map<String, String> item, int quantity) {
        var price = new BigDecimal(OnlineTreeCare.value(item, "price"));
        ObjectNode line = Json.object()
                .put("Description", OnlineTreeCare.value(item, "description"))
                .put("Amount", price.multiply(BigDecimal.valueOf(quantity)))
                .put("DetailType", "SalesItemLineDetail");
        ObjectNode detail =
                line.putObject("SalesItemLineDetail").put("Qty", quantity).put("UnitPrice", price);
        detail.set("ItemRef", company.ref(EntityType.ITEM, OnlineTreeCare.value(item, "name")));
        return line;
    }

    private ObjectNode payment(Entity invoice, LocalDate day) {
        ObjectNode payment = Json.object()
                .put("TxnDate", day.toString())
                .put("PaymentRefNum", String.valueOf(3000 + Integer.parseInt(invoice.text("DocNumber"))))
                .put("TotalAmt", invoice.amount("TotalAmt"));
        payment.set("CustomerRef", Json.ref(invoice.ref("CustomerRef")));
        payment.set(
                "PaymentMethodRef",
                Json.ref(now.find(EntityType.PAYMENT_METHOD, "Check").id()));
        ObjectNode line = payment.putArray("Line").addObject().put("Amount", invoice.amount("TotalAmt"));
        line.putArray("LinkedTxn").addObject().put("TxnId", invoice.id()).put("TxnType", "Invoice");
        return payment;
    }

    private static String fullName(Map<String, String> customer) {
        String parent = OnlineTreeCare.value(customer, "parent");
        String name = OnlineTreeCare.value(customer, "name");
        return parent.isEmpty() ? name : parent + ":" + name;
    }
}
