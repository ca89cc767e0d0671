package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.Feature;
import dev.relink.simulator.desktop.books.Money;
import dev.relink.simulator.desktop.books.Transaction;
import dev.relink.simulator.desktop.books.Transaction.Link;
import dev.relink.simulator.desktop.books.TxnType;
import dev.relink.simulator.desktop.qbxml.Element;
import java.math.BigDecimal;

/** The fields of a transaction that are not stored but follow from its lines, its payments and its customer. */
final class TxnFields {
    private final Books books;
    private final Transaction transaction;

    TxnFields(Books books, Transaction transaction) {
        this.books = books;
        this.transaction = transaction;
    }

    void add(Element all, Ret.Parts parts) {
        all.add("TxnNumber", Integer.toString(transaction.number()));
        all.add("TxnDate", transaction.heading().date().toString());
        if (!transaction.heading().refNumber().isEmpty()) {
            all.add("RefNumber", transaction.heading().refNumber());
        }
        AddressBlock.add(transaction.fields(), all);
        amounts(all);
        homeCurrency(all);
        if (transaction.type() == TxnType.RECEIVE_PAYMENT) {
            transaction.links().forEach(link -> all.add(applied(link)));
        } else if (parts.links()) {
            transaction.links().forEach(link -> all.add(linked(link)));
        }
    }

    private void amounts(Element all) {
        Transaction.Totals totals = transaction.totals();
        if (transaction.type().hasLines()) {
            all.add("Subtotal", text(totals.subtotal()));
            all.add("SalesTaxPercentage", Money.price(totals.taxPercent()));
            all.add("SalesTaxTotal", text(totals.tax()));
        }
        switch (transaction.type()) {
            case INVOICE -> {
                all.add("AppliedAmount", text(transaction.settled().negate()));
                all.add("BalanceRemaining", text(transaction.remaining()));
                all.add("IsPaid", Boolean.toString(transaction.remaining().signum() == 0));
            }
            case RECEIVE_PAYMENT -> {
                all.add("TotalAmount", text(totals.total()));
                all.add("UnusedPayment", text(transaction.remaining()));
                all.add("UnusedCredits", "0.00");
            }
            case CREDIT_MEMO -> {
                all.add("TotalAmount", text(totals.total()));
                all.add("CreditRemaining", text(transaction.remaining()));
            }
            case SALES_RECEIPT, ESTIMATE, SALES_ORDER -> all.add("TotalAmount", text(totals.total()));
        }
    }

    private void homeCurrency(Element all) {
        if (!books.company().features().contains(Feature.MULTI_CURRENCY)) {
            return;
        }
        BigDecimal stored = Money.orNull(transaction.fields().value("ExchangeRate"));
        BigDecimal rate = stored == null ? BigDecimal.ONE : stored;
        all.add("ExchangeRate", rate.toPlainString());
        all.add(
                "BalanceRemainingInHomeCurrency",
                text(Money.amount(transaction.remaining().multiply(rate))));
        all.add(
                "CreditRemainingInHomeCurrency",
                text(Money.amount(transaction.remaining().multiply(rate))));
        all.add(
                "TotalAmountInHomeCurrency",
                text(Money.amount(transaction.totals().total().multiply(rate))));
    }

    private static Element applied(Link link) {
        Transaction charge = link.charge();
        Element applied = other("AppliedToTxnRet", charge);
        applied.add("BalanceRemaining", text(charge.remaining()));
        applied.add("Amount", text(link.amount()));
        if (link.discount().signum() != 0) {
            applied.add("DiscountAmount", text(link.discount()));
        }
        return applied;
    }

    private Element linked(Link link) {
        Transaction other = link.charge() == transaction ? link.credit() : link.charge();
        return other("LinkedTxn", other)
                .add("LinkType", "AMTTYPE")
                .add("Amount", text(link.settled().negate()));
    }

    private static Element other(String name, Transaction other) {
        Element element = new Element(name)
                .add("TxnID", other.id())
                .add("TxnType", other.type().label())
                .add("TxnDate", other.heading().date().toString());
        String refNumber = other.heading().refNumber();
        return element.addIf("RefNumber", refNumber.isEmpty() ? null : refNumber);
    }

    private static String text(BigDecimal amount) {
        return (amount.signum() == 0 ? Money.ZERO : amount).toPlainString();
    }
}
