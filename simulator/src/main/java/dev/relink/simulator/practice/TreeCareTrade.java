package dev.relink.simulator.practice;

import dev.relink.simulator.desktop.Bookkeeper;
import dev.relink.simulator.desktop.TransactionRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** A year of invoices, the payments for most of them, and some estimates. Chosen by a fixed seed. */
final class TreeCareTrade {
    private static final int INVOICES = 150;
    private static final int ESTIMATES = 12;
    /** Invoices older than this are paid, but for one in nine. */
    private static final int PAID_AFTER_DAYS = 40;

    private final Bookkeeper bookkeeper;
    private final LocalDate today;
    private final Consumer<LocalDate> calendar;
    private final Random dice = new Random(20_260_401);
    private final List<Map<String, String>> items = TreeCareTable.rows("items");

    TreeCareTrade(Bookkeeper bookkeeper, LocalDate today, Consumer<LocalDate> calendar) {
        this.bookkeeper = bookkeeper;
        this.today = today;
        this.calendar = calendar;
    }

    void enter(List<Map<String, String>> customers) {
        for (int i = 0; i < INVOICES; i++) {
            LocalDate day = today.minusDays(1 + (INVOICES - 1L - i) * 360 / INVOICES);
            invoice(customers.get(dice.nextInt(customers.size())), day, 1001 + i);
        }
        for (int i = 0; i < ESTIMATES; i++) {
            LocalDate day = today.minusDays(30L - 2 * i);
            calendar.accept(day);
            bookkeeper.enter(sale("Estimate", customers.get(dice.nextInt(customers.size())), day, "E-" + (301 + i)));
        }
    }

    private void invoice(Map<String, String> customer, LocalDate day, int number) {
        calendar.accept(day);
        String txnId = bookkeeper.enter(sale("Invoice", customer, day, String.valueOf(number)));
        LocalDate paid = day.plusDays(12L + dice.nextInt(25));
        if (day.isBefore(today.minusDays(PAID_AFTER_DAYS)) && dice.nextInt(9) > 0) {
            calendar.accept(paid);
            bookkeeper.enter(payment(fullName(customer), txnId, String.valueOf(number), paid));
        }
    }

    private String sale(String type, Map<String, String> customer, LocalDate day, String number) {
        var lines = new StringBuilder();
        int count = 1 + dice.nextInt(3);
        for (int i = 0; i < count; i++) {
            Map<String, String> item = items.get(dice.nextInt(items.size()));
            lines.append(
                    "<%1$sLineAdd><ItemRef><FullName>%2$s</FullName></ItemRef><Desc>%3$s</Desc><Quantity>%4$d</Quantity></%1$sLineAdd>"
                            .formatted(
                                    type,
                                    escaped(TreeCare.value(item, "name")),
                                    escaped(TreeCare.value(item, "description")),
                                    1 + dice.nextInt(4)));
        }
        return "<%1$sAdd><CustomerRef><FullName>%2$s</FullName></CustomerRef><TxnDate>%3$s</TxnDate><RefNumber>%4$s</RefNumber>%5$s</%1$sAdd>"
                .formatted(type, escaped(fullName(customer)), day, number, lines);
    }

    private String payment(String customer, String txnId, String number, LocalDate day) {
        BigDecimal total = bookkeeper.transactions("Invoice", number, 0, 50).rows().stream()
                .filter(row -> row.txnId().equals(txnId))
                .map(TransactionRow::remaining)
                .findFirst()
                .orElseThrow();
        return """
                <ReceivePaymentAdd><CustomerRef><FullName>%1$s</FullName></CustomerRef><TxnDate>%2$s</TxnDate>\
                <RefNumber>%3$s</RefNumber><TotalAmount>%4$s</TotalAmount>\
                <PaymentMethodRef><FullName>Check</FullName></PaymentMethodRef>\
                <AppliedToTxnAdd><TxnID>%5$s</TxnID><PaymentAmount>%4$s</PaymentAmount></AppliedToTxnAdd></ReceivePaymentAdd>""".formatted(escaped(customer), day, 3000 + Integer.parseInt(number), total.toPlainString(), txnId);
    }

    private static String fullName(Map<String, String> customer) {
        String parent = TreeCare.value(customer, "parent");
        String name = TreeCare.value(customer, "name");
        return parent.isEmpty() ? name : parent + ":" + name;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
