package dev.relink.simulator.desktop;

import static dev.relink.simulator.desktop.Practice.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.simulator.desktop.qbxml.Element;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionsTest {
    private final Practice practice = new Practice();

    @BeforeEach
    void customer_and_item() {
        practice.customer("Anna");
        practice.service("Pruning", "75.50");
    }

    @Test
    void an_invoice_takes_its_rate_and_description_from_the_item_and_has_totals() {
        Element invoice = practice.invoice("Anna", "100", "Pruning", "1.5");
        assertThat(text(invoice, "Subtotal")).isEqualTo("113.25");
        assertThat(text(invoice, "BalanceRemaining")).isEqualTo("113.25");
        assertThat(text(invoice, "IsPaid")).isEqualTo("false");
        Element line = invoice.all("InvoiceLineRet").findFirst().orElseThrow();
        assertThat(text(line, "Desc")).isEqualTo("Pruning work");
        assertThat(text(line, "Rate")).isEqualTo("75.50");
        assertThat(text(line, "TxnLineID")).matches("[0-9A-F]+-\\d+");
    }

    @Test
    void tax_is_taken_on_taxable_lines_and_rounded_half_up() {
        practice.ok("<ItemSalesTaxAddRq><ItemSalesTaxAdd><Name>County</Name><TaxRate>7.75</TaxRate></ItemSalesTaxAdd>"
                + "</ItemSalesTaxAddRq>");
        Element invoice = practice.ok(
                "<InvoiceAddRq><InvoiceAdd><CustomerRef><FullName>Anna</FullName></CustomerRef>"
                        + "<ItemSalesTaxRef><FullName>County</FullName></ItemSalesTaxRef>"
                        + "<InvoiceLineAdd><ItemRef><FullName>Pruning</FullName></ItemRef></InvoiceLineAdd>"
                        + "<InvoiceLineAdd><Desc>free</Desc><Amount>10.00</Amount></InvoiceLineAdd></InvoiceAdd></InvoiceAddRq>");
        assertThat(text(invoice, "Subtotal")).isEqualTo("85.50");
        assertThat(text(invoice, "SalesTaxTotal")).isEqualTo("5.85");
        assertThat(text(invoice, "BalanceRemaining")).isEqualTo("91.35");
    }

    @Test
    void a_discount_in_per_cent_is_taken_off_the_line_above() {
        practice.ok(
                "<ItemDiscountAddRq><ItemDiscountAdd><Name>Regular</Name><DiscountRatePercent>10</DiscountRatePercent>"
                        + "</ItemDiscountAdd></ItemDiscountAddRq>");
        Element invoice = practice.ok("<InvoiceAddRq><InvoiceAdd><CustomerRef><FullName>Anna</FullName></CustomerRef>"
                + "<InvoiceLineAdd><ItemRef><FullName>Pruning</FullName></ItemRef><Quantity>2</Quantity></InvoiceLineAdd>"
                + "<InvoiceLineAdd><ItemRef><FullName>Regular</FullName></ItemRef></InvoiceLineAdd>"
                + "</InvoiceAdd></InvoiceAddRq>");
        assertThat(text(invoice, "Subtotal")).isEqualTo("135.90");
    }

    @Test
    void a_payment_settles_an_invoice_and_what_the_customer_owes() {
        Element invoice = practice.invoice("Anna", "100", "Pruning", "2");
        Element payment = practice.ok(Practice.payment("Anna", "160.00", text(invoice, "TxnID"), "151.00"));
        assertThat(text(payment, "UnusedPayment")).isEqualTo("9.00");
        Element applied = payment.all("AppliedToTxnRet").findFirst().orElseThrow();
        assertThat(text(applied, "BalanceRemaining")).isEqualTo("0.00");
        Element after = practice.ok("<InvoiceQueryRq><TxnID>" + text(invoice, "TxnID")
                + "</TxnID><IncludeLinkedTxns>true</IncludeLinkedTxns></InvoiceQueryRq>");
        assertThat(text(after, "IsPaid")).isEqualTo("true");
        assertThat(after.child("LinkedTxn")).isNotNull();
        assertThat(practice.bookkeeper
                        .list("Customer", "Anna", 0, 1)
                        .rows()
                        .getFirst()
                        .balance())
                .isEqualByComparingTo(new BigDecimal("-9.00"));
    }

    @Test
    void an_automatic_payment_goes_to_the_oldest_invoice_first() {
        Element first = practice.invoice("Anna", "1", "Pruning", "1");
        practice.invoice("Anna", "2", "Pruning", "1");
        Element payment = practice.ok("<ReceivePaymentAddRq><ReceivePaymentAdd><CustomerRef><FullName>Anna</FullName>"
                + "</CustomerRef><TotalAmount>100.00</TotalAmount><IsAutoApply>true</IsAutoApply></ReceivePaymentAdd>"
                + "</ReceivePaymentAddRq>");
        assertThat(payment.all("AppliedToTxnRet").map(applied -> text(applied, "Amount")))
                .containsExactly("75.50", "24.50");
        assertThat(text(payment.all("AppliedToTxnRet").findFirst().orElseThrow(), "TxnID"))
                .isEqualTo(text(first, "TxnID"));
    }

    @Test
    void a_payment_over_the_balance_is_refused_with_the_recorded_text() {
        Element invoice = practice.invoice("Anna", "100", "Pruning", "1");
        Element answer = practice.one(Practice.payment("Anna", "200.00", text(invoice, "TxnID"), "129.43"));
        assertThat(answer.attribute("statusCode")).isEqualTo("3210");
        assertThat(answer.attribute("statusSeverity")).isEqualTo("Info");
        assertThat(answer.attribute("statusMessage"))
                .isEqualTo("The \"AppliedToTxnAdd payment amount\" field has an invalid value \"129.43\". "
                        + "QuickBooks error message: You cannot pay more than the amount due.");
    }

    @Test
    void a_deposited_payment_cannot_be_changed() {
        Element invoice = practice.invoice("Anna", "100", "Pruning", "1");
        Element payment = practice.ok(Practice.payment("Anna", "75.50", text(invoice, "TxnID"), "75.50"));
        practice.bookkeeper.deposit(text(payment, "TxnID"));
        String editSequence = practice.bookkeeper.fields(text(payment, "TxnID")).get("EditSequence");
        assertThat(practice.message("<ReceivePaymentModRq><ReceivePaymentMod><TxnID>" + text(payment, "TxnID")
                        + "</TxnID><EditSequence>" + editSequence
                        + "</EditSequence><Memo>x</Memo></ReceivePaymentMod></ReceivePaymentModRq>"))
                .endsWith(
                        "You need to delete this transaction from the deposit before you can edit its name or amount.");
    }

    @Test
    void a_mod_keeps_listed_lines_removes_the_others_and_takes_new_ones() {
        Element invoice = practice.invoice("Anna", "100", "Pruning", "1");
        practice.bookkeeper.changeLine(text(invoice, "TxnID"), 0, "Quantity", "3");
        Element changed = practice.ok(mod(
                invoice,
                "<InvoiceLineMod><TxnLineID>-1</TxnLineID><ItemRef><FullName>Pruning"
                        + "</FullName></ItemRef><Quantity>2</Quantity></InvoiceLineMod>"));
        assertThat(text(changed, "Subtotal")).isEqualTo("151.00");
        assertThat(changed.all("InvoiceLineRet")).hasSize(1);
    }

    @Test
    void lines_in_another_order_answer_3290() {
        Element invoice = practice.ok("<InvoiceAddRq><InvoiceAdd><CustomerRef><FullName>Anna</FullName></CustomerRef>"
                + "<InvoiceLineAdd><Amount>1.00</Amount></InvoiceLineAdd><InvoiceLineAdd><Amount>2.00</Amount>"
                + "</InvoiceLineAdd></InvoiceAdd></InvoiceAddRq>");
        String[] ids = invoice.all("InvoiceLineRet")
                .map(line -> text(line, "TxnLineID"))
                .toArray(String[]::new);
        String lines = "<InvoiceLineMod><TxnLineID>" + ids[1]
                + "</TxnLineID></InvoiceLineMod><InvoiceLineMod><TxnLineID>" + ids[0] + "</TxnLineID></InvoiceLineMod>";
        assertThat(practice.message(mod(invoice, lines)))
                .isEqualTo("The item \"" + ids[0] + "\" is placed in the request in incorrect order.");
    }

    @Test
    void a_voided_invoice_stays_with_nothing_in_it_and_is_owed_no_more() {
        Element invoice = practice.invoice("Anna", "100", "Pruning", "1");
        practice.ok("<TxnVoidRq><TxnVoidType>Invoice</TxnVoidType><TxnID>" + text(invoice, "TxnID")
                + "</TxnID></TxnVoidRq>");
        Element after = practice.ok("<InvoiceQueryRq><RefNumber>100</RefNumber></InvoiceQueryRq>");
        assertThat(text(after, "BalanceRemaining")).isEqualTo("0.00");
        assertThat(text(after, "Memo")).isEqualTo("VOID:");
        assertThat(practice.bookkeeper
                        .list("Customer", "", 0, 1)
                        .rows()
                        .getFirst()
                        .balance())
                .isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void a_deleted_invoice_frees_its_payment_and_is_remembered_as_deleted() {
        Element invoice = practice.invoice("Anna", "100", "Pruning", "1");
        practice.ok(Practice.payment("Anna", "75.50", text(invoice, "TxnID"), "75.50"));
        practice.ok(
                "<TxnDelRq><TxnDelType>Invoice</TxnDelType><TxnID>" + text(invoice, "TxnID") + "</TxnID></TxnDelRq>");
        assertThat(practice.bookkeeper
                        .transactions("ReceivePayment", "", 0, 1)
                        .rows()
                        .getFirst()
                        .remaining())
                .isEqualByComparingTo("75.50");
        Element deleted = practice.ok("<TxnDeletedQueryRq><TxnDelType>Invoice</TxnDelType></TxnDeletedQueryRq>");
        assertThat(text(deleted, "RefNumber")).isEqualTo("100");
        practice.wait(Duration.ofDays(91));
        assertThat(practice.code("<TxnDeletedQueryRq><TxnDelType>Invoice</TxnDelType></TxnDeletedQueryRq>"))
                .isEqualTo("1");
    }

    @Test
    void the_due_date_follows_the_terms_of_the_customer() {
        String anna = practice.bookkeeper
                .list("Customer", "Anna", 0, 1)
                .rows()
                .getFirst()
                .listId();
        practice.bookkeeper.change(anna, "TermsRef/FullName", "Net 30");
        Element invoice = practice.invoice("Anna", "100", "Pruning", "1");
        assertThat(text(invoice, "DueDate")).isEqualTo("2026-02-14");
    }

    private static String mod(Element invoice, String lines) {
        return "<InvoiceModRq><InvoiceMod><TxnID>" + text(invoice, "TxnID") + "</TxnID><EditSequence>"
                + (lines.contains(">-1<")
                        ? Long.parseLong(text(invoice, "EditSequence")) + 1
                        : text(invoice, "EditSequence"))
                + "</EditSequence>" + lines + "</InvoiceMod></InvoiceModRq>";
    }
}
