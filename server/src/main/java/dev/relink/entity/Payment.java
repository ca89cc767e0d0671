package dev.relink.entity;

import static dev.relink.entity.Definition.entity;
import static dev.relink.entity.Field.day;
import static dev.relink.entity.Field.lines;
import static dev.relink.entity.Field.marker;
import static dev.relink.entity.Field.paragraphs;
import static dev.relink.entity.Field.positiveAmount;
import static dev.relink.entity.Field.refers;
import static dev.relink.entity.Field.text;

import java.math.BigDecimal;
import java.util.Optional;

/** Money received from a customer, applied to invoices or kept as credit. */
public final class Payment {

    // spotless:off
    public static final EntityType TYPE = entity("payment", "Payment").sent(50)
        .desktopTransaction("ReceivePayment", Removal.DELETE).inPages().online("Payment").fields(
            refers("customer", "customer").required().desktop("CustomerRef", 209)     .online("CustomerRef"),
            day("date").required()                   .desktop("TxnDate")              .online("TxnDate"),
            text("reference")                        .desktop("RefNumber", 20)        .online("PaymentRefNum", 21),
            positiveAmount("amount").required()      .desktop("TotalAmount")          .online("TotalAmt"),
            refers("method", "payment-method")       .desktop("PaymentMethodRef", 31) .online("PaymentMethodRef"),
            paragraphs("memo")                       .desktop("Memo", 4095)           .online("PrivateNote", 4000),
            refers("depositTo", "account")           .desktop("DepositToAccountRef", 159).online("DepositToAccountRef"),
            positiveAmount("unapplied")              .desktop("UnusedPayment")        .online("UnappliedAmt").readOnly(),
            marker(9),
            lines("appliedTo",
                refers("invoice", "invoice").required().desktop("TxnID")              .online("LinkedTxn/TxnId"),
                positiveAmount("amount").required()  .desktop("PaymentAmount").readAs("Amount").online("Amount"))
                .desktop("AppliedToTxn").otherwise("IsAutoApply", "false")            .online("Line").onlineAlso("TxnType", "Invoice"))
        .foundBy("reference", "customer").resembles("customer", "date", "amount")
        .named(Payment::nameOf)
        .summary(values -> Sales.summary(values, total(values)))
        .total(Payment::total)
        .rule(Payment::isOfSomething).rule(Payment::appliesNoMoreThanItHas)
        .build();
    // spotless:on

    private Payment() {}

    private static String nameOf(Values values) {
        var date = values.get("date") instanceof Value.Day day ? day.date().toString() : "no date";
        var reference = values.text("reference");
        return reference == null ? "Payment of " + date : "Payment " + reference + " of " + date;
    }

    private static Optional<BigDecimal> total(Values values) {
        return values.get("amount") instanceof Value.Number number ? Optional.of(number.number()) : Optional.empty();
    }

    private static void isOfSomething(Values values, Problems problems) {
        if (total(values).filter(amount -> amount.signum() == 0).isPresent()) {
            problems.add("/amount", "is 0; a payment is of more than 0.00");
        }
    }

    private static void appliesNoMoreThanItHas(Values values, Problems problems) {
        var applied = Sales.linesOf(values, "appliedTo").stream()
                .map(line -> line.get("amount") instanceof Value.Number number ? number.number() : BigDecimal.ZERO)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        total(values)
                .filter(amount -> applied.compareTo(amount) > 0)
                .ifPresent(amount -> problems.add(
                        "/appliedTo",
                        "applies %s to invoices; the payment is of %s"
                                .formatted(applied.toPlainString(), amount.toPlainString())));
    }
}
