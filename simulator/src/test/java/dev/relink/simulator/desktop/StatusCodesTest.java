package dev.relink.simulator.desktop;

import static dev.relink.simulator.desktop.Practice.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.simulator.desktop.books.Feature;
import dev.relink.simulator.desktop.books.Switches.ExternalGuid;
import dev.relink.simulator.desktop.books.Switches.NotFound;
import dev.relink.simulator.desktop.books.Switches.RawAccents;
import dev.relink.simulator.desktop.qbxml.Element;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusCodesTest {
    private static final String DEAD = "8000FFFF-1405768916";
    private static final String NO_RECORD =
            "  QuickBooks error message: Invalid argument.  The specified record does not exist in the list.";

    private final Practice practice = new Practice();

    @Test
    void one_set_mixes_successes_and_failures_under_continue_on_error() {
        practice.bookkeeper.setFeature(Feature.MULTI_CURRENCY, false);
        List<Element> answers = practice.all(Practice.customerAdd("A")
                + Practice.customerAdd("a ")
                + customer("<Name>C</Name><CurrencyRef><FullName>US Dollar</FullName></CurrencyRef>")
                + customer("<Name>D</Name><ParentRef><FullName>NOBODY</FullName></ParentRef>")
                + Practice.customerAdd("E"));
        assertThat(answers)
                .extracting(answer -> answer.attribute("statusCode"))
                .containsExactly("0", "3100", "3250", "3130", "0");
        assertThat(answers.get(3).attribute("statusMessage"))
                .isEqualTo("There is an invalid reference to a parent \"NOBODY\" in the Customers list." + NO_RECORD);
    }

    @Test
    void after_a_failure_under_stop_on_error_the_rest_is_not_processed() {
        practice.customer("A");
        List<Element> answers = practice.messages(
                        Practice.set("onError=\"stopOnError\"", Practice.customerAdd("A") + Practice.customerAdd("B")))
                .children();
        assertThat(answers.get(1).attribute("statusCode")).isEqualTo("3231");
        assertThat(answers.get(1).attribute("statusMessage")).isEqualTo("The request has not been processed.");
    }

    @Test
    void a_wrong_order_an_unknown_element_and_a_missing_one_refuse_the_whole_set() {
        assertThat(practice.hresult(customer("<CompanyName>X</CompanyName><Name>N</Name>")))
                .isEqualTo("0x80040400");
        assertThat(practice.hresult(customer("<Name>N</Name><Nickname>X</Nickname>")))
                .isEqualTo("0x80040400");
        assertThat(practice.hresult(customer("<CompanyName>X</CompanyName>"))).isEqualTo("0x80040400");
        assertThat(practice.hresult("<CustomerQueryRq><ActiveStatus>Some</ActiveStatus></CustomerQueryRq>"))
                .isEqualTo("0x80040400");
        assertThat(practice.hresult(Practice.customerAdd("&#1;"))).isEqualTo("0x80040400");
        assertThat(practice.bookkeeper.list("Customer", "", 0, 9).total()).isZero();
    }

    @Test
    void accents_must_be_entities_unless_the_switch_says_otherwise() {
        assertThat(practice.hresult(Practice.customerAdd("Ren\u00e9"))).isEqualTo("0x80040400");
        assertThat(text(practice.customer("Ren&#233;"), "Name")).isEqualTo("Ren\u00e9");
        practice.file.switches().rawAccents = RawAccents.ACCEPTED_WHEN_DECLARED;
        assertThat(text(practice.customer("Zo\u00eb"), "Name")).isEqualTo("Zo\u00eb");
        assertThat(text(practice.customer("Snow &#9731;"), "Name")).isEqualTo("Snow ?");
    }

    @Test
    void an_unknown_version_is_0x80040423() {
        String set = Practice.set("onError=\"stopOnError\"", "<HostQueryRq/>").replace("13.0", "99.0");
        assertThat(practice.refusal(set)).isEqualTo("0x80040423");
    }

    @Test
    void values_that_do_not_fit_are_answered_by_their_type() {
        assertThat(practice.code(customer("<Name>N</Name><IsActive>yes</IsActive>")))
                .isEqualTo("3010");
        assertThat(practice.code(customer("<Name>N</Name><JobStartDate>2026-02-30</JobStartDate>")))
                .isEqualTo("3020");
        assertThat(practice.code(customer("<Name>N</Name><CreditLimit>1.234</CreditLimit>")))
                .isEqualTo("3040");
        assertThat(practice.code(customer("<Name>N</Name><ExternalGUID>x</ExternalGUID>")))
                .isEqualTo("3065");
    }

    @Test
    void a_text_that_is_too_long_answers_3070_for_its_request_alone() {
        String name = "n".repeat(42);
        assertThat(practice.message(Practice.customerAdd(name)))
                .isEqualTo("The string \"" + name + "\" in the field \"Name\" is too long.");
    }

    @Test
    void a_colon_in_a_name_answers_3090_and_a_long_request_id_1060() {
        assertThat(practice.code(Practice.customerAdd("A:B"))).isEqualTo("3090");
        String request = Practice.customerAdd("A").replace("AddRq><", "AddRq requestID=\"" + "9".repeat(51) + "\"><");
        assertThat(practice.code(request)).isEqualTo("1060");
    }

    @Test
    void customers_vendors_employees_and_other_names_share_their_names_inactive_ones_too() {
        String listId = text(practice.customer("Sam"), "ListID");
        practice.bookkeeper.setActive(listId, false);
        String vendor = "<VendorAddRq><VendorAdd><Name>sam</Name></VendorAdd></VendorAddRq>";
        assertThat(practice.message(vendor)).isEqualTo("The name \"sam\" of the list element is already in use.");
        practice.file.switches().inactiveNamesCount = false;
        assertThat(practice.code(vendor)).isEqualTo("0");
    }

    @Test
    void a_dead_id_answers_3120_to_a_mod_and_500_or_3120_to_a_query() {
        assertThat(practice.message(mod(DEAD, "1")))
                .isEqualTo("Object \"" + DEAD + "\" specified in the request cannot be found." + NO_RECORD);
        String query = "<CustomerQueryRq><ListID>" + DEAD + "</ListID></CustomerQueryRq>";
        assertThat(practice.code(query)).isEqualTo("500");
        practice.file.switches().queryByDeadId = NotFound.ERROR_3120;
        assertThat(practice.code(query)).isEqualTo("3120");
    }

    @Test
    void an_id_of_another_time_answers_3240_and_one_of_another_shape_3000() {
        String listId = text(practice.customer("Sam"), "ListID");
        assertThat(practice.code(mod(listId + "9", "1"))).isEqualTo("3240");
        assertThat(practice.code(mod("nonsense", "1"))).isEqualTo("3000");
    }

    @Test
    void a_dead_reference_answers_3140_and_says_where_it_stands() {
        practice.customer("Anna");
        assertThat(practice.message(Practice.invoiceAdd("Joe Smith", "1", "x", "1")))
                .isEqualTo("There is an invalid reference to QuickBooks Customer \"Joe Smith\" in the Invoice."
                        + NO_RECORD);
        assertThat(practice.message(Practice.invoiceAdd("Anna", "1", "sooo wrong", "1")))
                .isEqualTo("There is an invalid reference to QuickBooks Item \"sooo wrong\" in the Invoice line."
                        + NO_RECORD);
    }

    @Test
    void a_stale_edit_sequence_answers_3200_and_each_change_makes_a_new_one() {
        Element sam = practice.customer("Sam");
        practice.bookkeeper.change(text(sam, "ListID"), "Phone", "555");
        assertThat(practice.message(mod(text(sam, "ListID"), text(sam, "EditSequence"))))
                .isEqualTo("The provided edit sequence \"" + text(sam, "EditSequence") + "\" is out-of-date.");
    }

    @Test
    void a_record_in_a_window_answers_3175_and_an_invoice_to_be_paid_3176() {
        Element sam = practice.customer("Sam");
        practice.bookkeeper.open(text(sam, "ListID"));
        assertThat(practice.message(mod(text(sam, "ListID"), text(sam, "EditSequence"))))
                .endsWith("is already in use.  QuickBooks error message: The list element is in use.");
        practice.bookkeeper.close(text(sam, "ListID"));
        practice.service("Pruning", "10.00");
        String txnId = text(practice.invoice("Sam", "1", "Pruning", "1"), "TxnID");
        practice.bookkeeper.open(txnId);
        assertThat(practice.code(Practice.payment("Sam", "10.00", txnId, "10.00")))
                .isEqualTo("3176");
        assertThat(practice.code(
                        "<TxnVoidRq><TxnVoidType>Invoice</TxnVoidType><TxnID>" + txnId + "</TxnID></TxnVoidRq>"))
                .isEqualTo("3190");
    }

    @Test
    void a_list_that_another_user_changes_answers_3180_once_and_3170_to_a_mod() {
        practice.bookkeeper.disturb("Customer");
        assertThat(practice.message(Practice.customerAdd("Sam")))
                .isEqualTo("There was an error when saving a Customer list, element \"Sam\". "
                        + "QuickBooks error message: This list has been modified by another user.");
        Element sam = practice.customer("Sam");
        practice.bookkeeper.disturb("Customer");
        assertThat(practice.code(mod(text(sam, "ListID"), text(sam, "EditSequence"))))
                .isEqualTo("3170");
    }

    @Test
    void closed_books_refuse_with_3181_3171_and_3161() {
        practice.customer("Sam");
        practice.service("Pruning", "10.00");
        Element invoice = practice.invoice("Sam", "1", "Pruning", "1");
        practice.bookkeeper.closeBooks(LocalDate.parse("2026-01-31"));
        assertThat(practice.code(Practice.invoiceAdd("Sam", "2", "Pruning", "1")))
                .isEqualTo("3181");
        assertThat(practice.code("<InvoiceModRq><InvoiceMod><TxnID>" + text(invoice, "TxnID") + "</TxnID><EditSequence>"
                        + text(invoice, "EditSequence") + "</EditSequence></InvoiceMod></InvoiceModRq>"))
                .isEqualTo("3171");
        assertThat(practice.code("<TxnDelRq><TxnDelType>Invoice</TxnDelType><TxnID>" + text(invoice, "TxnID")
                        + "</TxnID></TxnDelRq>"))
                .isEqualTo("3161");
    }

    @Test
    void rights_and_records_in_use_refuse_with_3260_and_3160() {
        String listId = text(practice.customer("Sam"), "ListID");
        practice.service("Pruning", "10.00");
        practice.invoice("Sam", "1", "Pruning", "1");
        assertThat(practice.code(Practice.listDel("Customer", listId))).isEqualTo("3160");
        practice.bookkeeper.permit("Customer", false, false);
        assertThat(practice.code(Practice.customerAdd("Eve"))).isEqualTo("3260");
        assertThat(practice.code(Practice.listDel("Customer", listId))).isEqualTo("3260");
    }

    @Test
    void a_merge_kills_the_losing_id_and_moves_what_refers_to_it() {
        String gone = text(practice.customer("Sam"), "ListID");
        String kept = text(practice.customer("Samuel"), "ListID");
        practice.service("Pruning", "10.00");
        practice.invoice("Sam", "1", "Pruning", "1");
        practice.bookkeeper.merge(gone, kept);
        assertThat(practice.code(mod(gone, "1"))).isEqualTo("3120");
        assertThat(practice.bookkeeper
                        .transactions("Invoice", "", 0, 1)
                        .rows()
                        .getFirst()
                        .entity())
                .isEqualTo("Samuel");
        assertThat(practice.bookkeeper
                        .list("Customer", "", 0, 1)
                        .rows()
                        .getFirst()
                        .balance())
                .isEqualByComparingTo("10.00");
        assertThat(text(
                        practice.ok("<ListDeletedQueryRq><ListDelType>Customer</ListDelType></ListDeletedQueryRq>"),
                        "ListID"))
                .isEqualTo(gone);
    }

    @Test
    void iterators_page_through_end_with_nothing_left_and_then_are_not_valid() {
        for (String name : List.of("A", "B", "C")) {
            practice.customer(name);
        }
        assertThat(practice.code("<CustomerQueryRq iterator=\"Start\"/>")).isEqualTo("3150");
        Element first =
                practice.one("<CustomerQueryRq iterator=\"Start\"><MaxReturned>2</MaxReturned></CustomerQueryRq>");
        assertThat(first.attribute("iteratorRemainingCount")).isEqualTo("1");
        String next = "<CustomerQueryRq iterator=\"Continue\" iteratorID=\"" + first.attribute("iteratorID")
                + "\"><MaxReturned>2</MaxReturned></CustomerQueryRq>";
        assertThat(practice.one(next).attribute("iteratorRemainingCount")).isEqualTo("0");
        assertThat(practice.message(next))
                .isEqualTo("The iteratorID \"" + first.attribute("iteratorID") + "\" is not valid.");
    }

    @Test
    void queries_see_active_records_only_unless_asked_and_changes_by_time() {
        String listId = text(practice.customer("Old"), "ListID");
        practice.bookkeeper.setActive(listId, false);
        assertThat(practice.code("<CustomerQueryRq/>")).isEqualTo("1");
        assertThat(practice.code("<CustomerQueryRq><ActiveStatus>All</ActiveStatus></CustomerQueryRq>"))
                .isEqualTo("0");
        practice.wait(Duration.ofHours(1));
        Element fresh = practice.customer("New");
        Element found = practice.one("<CustomerQueryRq metaData=\"MetaDataAndResponseData\"><FromModifiedDate>"
                + text(fresh, "TimeModified") + "</FromModifiedDate></CustomerQueryRq>");
        assertThat(found.attribute("retCount")).isEqualTo("1");
        assertThat(practice.code(
                        "<CustomerQueryRq><NameFilter><MatchCriterion>StartsWith</MatchCriterion><Name>ne</Name>"
                                + "</NameFilter></CustomerQueryRq>"))
                .isEqualTo("0");
    }

    @Test
    void an_empty_element_clears_a_field_and_a_missing_one_does_not() {
        String listId = practice.bookkeeper
                .add("Customer", "Sam", Map.of("Phone", "555", "BillAddress/City", "Rye"))
                .listId();
        String editSequence = String.valueOf(practice.bookkeeper.fields(listId).get("EditSequence"));
        practice.ok(mod(listId, editSequence).replace("</EditSequence>", "</EditSequence><Phone></Phone>"));
        assertThat(practice.bookkeeper.fields(listId))
                .doesNotContainKey("Phone")
                .containsEntry("BillAddress/City", "Rye");
    }

    @Test
    void an_external_guid_is_returned_lost_or_refused_as_the_switch_says() {
        String guid = "<ExternalGUID>{12345678-1234-1234-1234-123456789012}</ExternalGUID>";
        assertThat(practice.ok(customer("<Name>A</Name>" + guid)).value("ExternalGUID"))
                .isNotNull();
        practice.file.switches().externalGuid = ExternalGuid.ACCEPTED_AND_LOST;
        assertThat(practice.ok(customer("<Name>B</Name>" + guid)).value("ExternalGUID"))
                .isNull();
        practice.file.switches().externalGuid = ExternalGuid.REFUSED;
        assertThat(practice.code(customer("<Name>C</Name>" + guid))).isEqualTo("3250");
    }

    private static String customer(String fields) {
        return "<CustomerAddRq><CustomerAdd>" + fields + "</CustomerAdd></CustomerAddRq>";
    }

    private static String mod(String listId, String editSequence) {
        return "<CustomerModRq><CustomerMod><ListID>" + listId + "</ListID><EditSequence>" + editSequence
                + "</EditSequence></CustomerMod></CustomerModRq>";
    }
}
