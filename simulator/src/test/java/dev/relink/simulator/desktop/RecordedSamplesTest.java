package dev.relink.simulator.desktop;

import static dev.relink.simulator.desktop.Practice.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.relink.simulator.desktop.books.Feature;
import dev.relink.simulator.desktop.books.Switches;
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
    void a_query_by_a_deleted_id_reads_as_recorded() throws IOException {
        practice.file.switches().queryByDeadId = Switches.NotFound.ERROR_3120;
        assertThat(practice.one("<CustomerQueryRq><ListID>8000001B-1405768916</ListID></CustomerQueryRq>")
                        .attributes())
                .isEqualTo(
                        recorded("err_3120_customer_query_deleted_listid.xml").attributes());
    }

    @Test
    void what_was_not_processed_reads_as_recorded() throws IOException {
        String set = Practice.set("onError=\"stopOnError\"", Practice.customerAdd("A:B") + "<CustomerQueryRq/>");
        assertThat(practice.messages(set).children().getLast().attributes())
                .isEqualTo(recorded("err_3231_not_processed.xml").attributes());
    }

    @Test
    void a_payment_over_the_balance_reads_as_recorded() throws IOException {
        Element theirs = recorded("info_3210_receivepayment_pay_more_than_due.xml");
        practice.file.switches().longestRequestId = 68; // the recorded one, though 50 is what is documented
        practice.customer("Anna");
        practice.service("Pruning", "100.00");
        String invoice = text(practice.invoice("Anna", "1", "Pruning", "1"), "TxnID");
        Element ours = practice.one(Practice.payment("Anna", "129.43", invoice, "129.43")
                .replace("AddRq><", "AddRq requestID=\"" + theirs.attribute("requestID") + "\"><"));
        assertThat(ours.attributes()).isEqualTo(theirs.attributes());
    }

    @Test
    void a_mixed_batch_reads_as_recorded() throws IOException {
        Element theirs = messages("mixed_batch_customer_add_0_3100_3250_3130.xml");
        practice.bookkeeper.setFeature(Feature.MULTI_CURRENCY, false);
        String name = String.valueOf(
                theirs.children().getFirst().children().getFirst().value("Name"));
        List<Element> ours = practice.all(Practice.customerAdd(name)
                + Practice.customerAdd(name)
                + Practice.customerAdd("C")
                        .replace("</Name>", "</Name><CurrencyRef><FullName>US Dollar</FullName></CurrencyRef>")
                + Practice.customerAdd("D")
                        .replace("</Name>", "</Name><ParentRef><FullName>" + parent(theirs) + "</FullName></ParentRef>")
                + Practice.customerAdd("E"));
        assertThat(ours.stream().map(RecordedSamplesTest::status).toList())
                .isEqualTo(theirs.children().stream()
                        .map(RecordedSamplesTest::status)
                        .toList());
    }

    @Test
    void a_deletion_has_the_recorded_elements_in_their_order() throws IOException {
        String listId = text(
                practice.ok("<AccountAddRq><AccountAdd><Name>New</Name><AccountType>Bank</AccountType></AccountAdd>"
                        + "</AccountAddRq>"),
                "ListID");
        assertThat(names(practice.one(Practice.listDel("Account", listId))))
                .isEqualTo(names(recorded("listdel_account_ok.xml")));
    }

    @Test
    void a_payment_of_ours_has_the_elements_of_the_recorded_one_in_its_order() throws IOException {
        practice.customer("Anna");
        List<String> ours = names(practice.ok("<ReceivePaymentAddRq><ReceivePaymentAdd><CustomerRef>"
                + "<FullName>Anna</FullName></CustomerRef><TotalAmount>210.00</TotalAmount>"
                + "<IsAutoApply>false</IsAutoApply></ReceivePaymentAdd></ReceivePaymentAddRq>"));
        List<String> theirs =
                names(recorded("receive_payment_add_ok.xml").children().getFirst());
        assertThat(theirs.stream().filter(ours::contains).toList())
                .isEqualTo(ours.stream().filter(theirs::contains).toList());
        assertThat(ours).contains("UnusedPayment", "UnusedCredits");
    }

    @Test
    void the_first_answers_are_the_three_recorded_ones() throws IOException {
        practice.session.register();
        List<Element> ours = Practice.tree(practice.session.hostCompanyPreferences())
                .children()
                .getFirst()
                .children();
        List<Element> theirs =
                messages("hcp_host_company_preferences_qb2014pro.xml").children();
        assertThat(names(ours)).isEqualTo(names(theirs));
        assertThat(ours).extracting(answer -> answer.attribute("requestID")).containsExactly("0", "1", "2");
        for (int i = 0; i < ours.size(); i++) {
            List<String> own = names(ours.get(i).children().getFirst());
            List<String> recorded = names(theirs.get(i).children().getFirst());
            assertThat(own.stream().filter(recorded::contains).distinct().toList())
                    .isEqualTo(
                            recorded.stream().filter(own::contains).distinct().toList());
        }
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
        return messages(file).children().getFirst();
    }

    private static Element messages(String file) throws IOException {
        return Practice.tree(Files.readString(FOLDER.resolve(file))).children().getFirst();
    }

    private static List<String> names(Element element) {
        return names(element.children());
    }

    private static List<String> names(List<Element> elements) {
        return elements.stream().map(Element::name).toList();
    }

    private static String status(Element answer) {
        return answer.attribute("statusCode") + " " + answer.attribute("statusSeverity") + " "
                + answer.attribute("statusMessage");
    }

    private static String parent(Element batch) {
        return String.valueOf(batch.children().get(3).attribute("statusMessage"))
                .replaceAll(".*parent \"([^\"]*)\".*", "$1");
    }
}
