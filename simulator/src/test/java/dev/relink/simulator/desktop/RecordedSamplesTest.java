package dev.relink.simulator.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.relink.simulator.desktop.qbxml.Element;
import dev.relink.simulator.desktop.qbxml.QbxmlVersion;
import dev.relink.simulator.desktop.qbxml.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds what we answer against what real QuickBooks answered: RELINK_FIXTURES, or ../shared beside the project. */
class RecordedSamplesTest {
    private static final Path FOLDER =
            Path.of(System.getenv().getOrDefault("RELINK_FIXTURES", "../../shared/fixtures/desktop"));

    private final Practice practice = new Practice();

    @BeforeEach
    void samples_are_there() {
        assumeTrue(
                Files.isDirectory(FOLDER),
                "There are no recorded samples in " + FOLDER.toAbsolutePath().normalize()
                        + ": nothing to compare with (RELINK_FIXTURES names another folder)");
    }

    @Test
    void a_reference_to_nobody_reads_as_recorded() throws IOException {
        String order = "<SalesOrderAddRq><SalesOrderAdd><CustomerRef><FullName>Joe Smith</FullName></CustomerRef>"
                + "<SalesOrderLineAdd><Desc>x</Desc></SalesOrderLineAdd></SalesOrderAdd></SalesOrderAddRq>";
        assertThat(practice.one(order).attributes())
                .isEqualTo(
                        recorded("err_3140_salesorder_invalid_customer_ref.xml").attributes());
    }

    @Test
    void a_name_that_is_not_there_reads_as_recorded() throws IOException {
        assertThat(practice.one("<CustomerQueryRq><FullName>bleech</FullName></CustomerQueryRq>")
                        .attributes())
                .isEqualTo(
                        recorded("err_500_customer_query_missing_fullname.xml").attributes());
    }

    @Test
    void nothing_found_reads_as_recorded() throws IOException {
        assertThat(practice.one("<ItemInventoryQueryRq requestID=\"1\"/>").attributes())
                .isEqualTo(recorded("warn_1_item_inventory_query_nomatch.xml").attributes());
    }

    @Test
    void a_disturbed_list_reads_as_recorded() throws IOException {
        practice.bookkeeper.disturb("Customer");
        String add = Practice.customerAdd("Newcastle Tenants Federation").replace("AddRq><", "AddRq requestID=\"1\"><");
        assertThat(practice.one(add).attributes())
                .isEqualTo(recorded("err_3180_customer_add_list_modified_by_other_user.xml")
                        .attributes());
    }

    @Test
    void a_colon_in_a_name_reads_as_recorded_but_for_blanks_that_the_recording_lost() throws IOException {
        String ours = practice.message(Practice.customerAdd("Incorrect : Name"));
        String theirs = String.valueOf(recorded("err_3090_name_with_colon.xml").attribute("statusMessage"));
        assertThat(ours.replace(" ", "")).isEqualTo(theirs.replace(" ", ""));
    }

    @Test
    void every_recorded_customer_is_in_the_order_in_which_we_answer() throws IOException {
        Shape shape = Shape.of("CustomerRet");
        for (Element customer :
                recorded("customers_query_samplecompany_146.xml").children()) {
            List<Element> ours = shape.ordered(customer.children(), QbxmlVersion.parse("13.0"));
            assertThat(ours).containsExactlyElementsOf(customer.children());
        }
    }

    @Test
    void an_invoice_of_ours_has_the_elements_of_the_recorded_one_in_its_order() throws IOException {
        practice.customer("Anna");
        practice.service("Pruning", "103.00");
        List<String> ours = names(practice.invoice("Anna", "R1TT46883", "Pruning", "2"));
        List<String> theirs = names(recorded("invoice_add_ok.xml").children().getFirst());
        assertThat(theirs.stream().filter(ours::contains).toList())
                .isEqualTo(ours.stream().filter(theirs::contains).toList());
        assertThat(ours).contains("Subtotal", "AppliedAmount", "BalanceRemaining", "IsPaid", "InvoiceLineRet");
    }

    private static Element recorded(String file) throws IOException {
        Element document = Practice.tree(Files.readString(FOLDER.resolve(file)));
        return document.children().getFirst().children().getFirst();
    }

    private static List<String> names(Element element) {
        return element.children().stream().map(Element::name).toList();
    }
}
