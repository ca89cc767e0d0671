package dev.relink.scenario;

import static dev.relink.scenario.Sent.customer;
import static dev.relink.scenario.Sent.invoice;
import static dev.relink.scenario.Sent.item;
import static dev.relink.scenario.Sent.job;
import static dev.relink.scenario.Sent.payment;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A business at work: much at once, and invoices that change. */
class BusinessStoryTest {

    private final Story story = Story.begins();

    @Test
    void a_thousand_mixed_records_in_any_order_go_in_one_run_and_thirty_calls() {
        List<Sent> records = business();
        assertThat(records).hasSize(1_000);
        story.streams(records).webConnectorRuns().everythingIsSynced();
        assertThat(story.counts().get("bound").asInt()).isEqualTo(1_000);
        assertThat(story.books().list("Customer")).hasSize(400);
        assertThat(story.books().transactions("Invoice")).hasSize(300);
        assertThat(story.books().transactions("ReceivePayment")).hasSize(250);
        long calls = story.lastRun().texts().stream()
                .filter(line -> line.matches("(sendRequestXML|receiveResponseXML).*"))
                .count();
        long reads = story.lastRun().texts().stream()
                .filter(line -> line.matches("sendRequestXML: \\d+ look-ups?"))
                .count();
        assertThat(calls - 2 * reads)
                .as(String.join("\n", story.lastRun().texts()))
                .isLessThanOrEqualTo(30);
    }

    private static List<Sent> business() {
        var records = new ArrayList<Sent>();
        for (int i = 0; i < 300; i++) {
            records.add(customer("c" + i, "Customer %03d".formatted(i)));
        }
        for (int i = 0; i < 100; i++) {
            records.add(job("j" + i, "c" + i, "Orchard %03d".formatted(i)));
        }
        for (int i = 0; i < 50; i++) {
            records.add(item("i" + i, "Service %02d".formatted(i)));
        }
        for (int i = 0; i < 300; i++) {
            records.add(invoice("n" + i, i < 100 ? "j" + i : "c" + i)
                    .line("a", "i" + i % 50, "2", "50")
                    .line("b", "i" + (i + 1) % 50, "1", "25.5"));
        }
        for (int i = 0; i < 250; i++) {
            records.add(payment("p" + i, i < 100 ? "j" + i : "c" + i, "125.50").paying("n" + i, "125.50"));
        }
        Collections.shuffle(records, new Random(7));
        return records;
    }

    @Test
    void lines_added_and_removed_arrive_and_reordered_ones_keep_quickbooks_order() {
        Sent bare = invoice("10388", "1");
        story.sends(item("prune", "Pruning"), item("mulch", "Mulch"), item("haul", "Hauling"), customer("1", "Oakmont"))
                .sends(bare.line("a", "prune", "1", "10").line("b", "mulch", "1", "20"))
                .webConnectorRuns();
        story.sends(bare.line("b", "mulch", "1", "20")
                        .line("c", "haul", "1", "30")
                        .line("a", "prune", "1", "10"))
                .webConnectorRuns()
                .everythingIsSynced();
        assertThat(lines("10388")).containsExactly("Pruning", "Mulch", "Hauling");
        assertThat(story.books().invoice("10388").total()).isEqualByComparingTo("60");
        story.sends(bare.line("c", "haul", "2", "30")).webConnectorRuns().everythingIsSynced();
        assertThat(lines("10388")).containsExactly("Hauling");
        assertThat(story.books().invoice("10388").total()).isEqualByComparingTo("60");
    }

    @Test
    void a_line_that_the_bookkeeper_typed_survives_a_change_of_the_app() {
        Sent invoice = invoice("10388", "1").line("a", "prune", "1", "10");
        story.sends(item("prune", "Pruning"), item("mulch", "Mulch"), customer("1", "Oakmont"), invoice)
                .webConnectorRuns();
        typesALine("10388", "Mulch", "7");
        story.sends(invoice.with("memo", "Back garden")).webConnectorRuns().everythingIsSynced();
        assertThat(lines("10388")).containsExactly("Pruning", "Mulch");
        assertThat(story.books().field(story.boundTo("invoice/10388"), "Memo")).isEqualTo("Back garden");
        story.sends(invoice.with("memo", "Front garden")).webConnectorRuns().everythingIsSynced();
        assertThat(lines("10388")).containsExactly("Pruning", "Mulch");
    }

    private void typesALine(String number, String item, String rate) {
        var row = story.books().invoice(number);
        story.books().bookkeeper().enter("""
                <InvoiceMod><TxnID>%s</TxnID><EditSequence>%s</EditSequence>
                <InvoiceLineMod><TxnLineID>%s</TxnLineID></InvoiceLineMod>
                <InvoiceLineMod><TxnLineID>-1</TxnLineID><ItemRef><FullName>%s</FullName></ItemRef><Quantity>1</Quantity>
                <Rate>%s</Rate></InvoiceLineMod></InvoiceMod>
                """.formatted(
                        row.txnId(), row.editSequence(), lineIds(number).getFirst(), item, rate));
    }

    private List<String> lineIds(String number) {
        return all(number, "<TxnLineID>([^<]+)</TxnLineID>");
    }

    private List<String> lines(String number) {
        return all(number, "<ItemRef>\\s*<ListID>[^<]*</ListID>\\s*<FullName>([^<]+)</FullName>");
    }

    private List<String> all(String number, String pattern) {
        String qbxml =
                story.books().bookkeeper().qbxml(story.books().invoice(number).txnId());
        return java.util.regex.Pattern.compile(pattern)
                .matcher(qbxml)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
