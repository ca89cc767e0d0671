package dev.relink.simulator.desktop;

import static dev.relink.simulator.desktop.Practice.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.simulator.desktop.books.Check;
import dev.relink.simulator.desktop.books.Feature;
import dev.relink.simulator.desktop.books.Switches;
import dev.relink.simulator.desktop.qbxml.Element;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What nobody has verified about QuickBooks, in either position of its switch. */
class SwitchesTest {
    private final Practice practice = new Practice();
    private final Switches switches = practice.file.switches();

    @Test
    void the_first_check_that_fails_answers_and_their_order_is_a_table() {
        practice.customer("Sam");
        String twiceWrong =
                "<CustomerAddRq><CustomerAdd><Name>Sam</Name><TermsRef><FullName>Never</FullName></TermsRef>"
                        + "</CustomerAdd></CustomerAddRq>";
        assertThat(practice.code(twiceWrong)).isEqualTo("3140");
        List<Check> otherWayRound = new ArrayList<>(List.of(Check.values()));
        Collections.swap(otherWayRound, otherWayRound.indexOf(Check.REFERENCES), otherWayRound.indexOf(Check.NAMES));
        switches.checkOrder = otherWayRound;
        assertThat(practice.code(twiceWrong)).isEqualTo("3100");
    }

    @Test
    void names_clash_whatever_their_case_and_blanks_or_not() {
        practice.customer("Sam");
        assertThat(practice.code(Practice.customerAdd("SAM"))).isEqualTo("3100");
        assertThat(practice.code(Practice.customerAdd(" Sam "))).isEqualTo("3100");
        switches.namesIgnoreCase = false;
        assertThat(practice.code(Practice.customerAdd("SAM"))).isEqualTo("0");
        switches.namesTrimmed = false;
        assertThat(text(practice.customer("Sam "), "Name")).isEqualTo("Sam ");
    }

    @Test
    void jobs_are_unique_below_their_parent_or_in_the_whole_list() {
        practice.customer("Anna");
        practice.customer("Berta");
        practice.ok(job("Garden", "Anna"));
        switches.namesUniqueBelowParentOnly = false;
        assertThat(practice.code(job("garden", "Berta"))).isEqualTo("3100");
        switches.namesUniqueBelowParentOnly = true;
        Element garden = practice.ok(job("Garden", "Berta"));
        assertThat(text(garden, "FullName")).isEqualTo("Berta:Garden");
        assertThat(text(garden, "Sublevel")).isEqualTo("1");
    }

    @Test
    void a_list_has_five_levels_or_any_number() {
        String path = text(practice.customer("L0"), "FullName");
        for (int level = 1; level <= 4; level++) {
            path = text(practice.ok(job("L" + level, path)), "FullName");
        }
        assertThat(practice.code(job("L5", path))).isEqualTo("3130");
        switches.levelsLimited = false;
        assertThat(text(practice.ok(job("L5", path)), "Sublevel")).isEqualTo("5");
    }

    @Test
    void a_renamed_parent_renames_what_is_below_and_touches_it_or_not() {
        String anna = text(practice.customer("Anna"), "ListID");
        Element job = practice.ok(job("Garden", "Anna"));
        practice.bookkeeper.rename(anna, "Anne");
        Element renamed = find("Anne:Garden");
        assertThat(text(renamed, "ListID")).isEqualTo(text(job, "ListID"));
        assertThat(text(renamed, "EditSequence")).isEqualTo(text(job, "EditSequence"));
        switches.renameTouchesChildren = true;
        practice.bookkeeper.rename(anna, "Anita");
        assertThat(text(find("Anita:Garden"), "EditSequence")).isNotEqualTo(text(job, "EditSequence"));
    }

    @Test
    void of_a_reference_with_both_the_list_id_wins_or_the_name() {
        String anna = text(practice.customer("Anna"), "ListID");
        practice.customer("Berta");
        practice.service("Pruning", "10.00");
        String both = Practice.invoiceAdd("Berta", "1", "Pruning", "1")
                .replace("<CustomerRef>", "<CustomerRef><ListID>" + anna + "</ListID>");
        assertThat(practice.ok(both).toString()).contains("<FullName>Anna</FullName>");
        switches.listIdWins = false;
        assertThat(practice.ok(both).toString()).contains("<FullName>Berta</FullName>");
    }

    @Test
    void a_merged_id_is_dead_or_leads_to_the_survivor_and_is_told_as_deleted_or_not() {
        String gone = merge("Sam", "Samuel");
        assertThat(practice.code("<CustomerQueryRq><ListID>" + gone + "</ListID></CustomerQueryRq>"))
                .isEqualTo("500");
        assertThat(practice.code(deletedCustomers())).isEqualTo("0");
        switches.mergedIdDies = false;
        assertThat(text(practice.ok("<CustomerQueryRq><ListID>" + gone + "</ListID></CustomerQueryRq>"), "Name"))
                .isEqualTo("Samuel");
    }

    @Test
    void a_merge_may_be_no_deletion() {
        switches.mergeToldAsDeletion = false;
        merge("Sam", "Samuel");
        assertThat(practice.code(deletedCustomers())).isEqualTo("1");
    }

    @Test
    void half_a_cent_is_rounded_as_the_switch_says() {
        practice.customer("Anna");
        practice.service("Pruning", "0.25");
        assertThat(text(practice.invoice("Anna", "1", "Pruning", "0.5"), "Subtotal"))
                .isEqualTo("0.13");
        switches.rounding = RoundingMode.HALF_EVEN;
        assertThat(text(practice.invoice("Anna", "2", "Pruning", "0.5"), "Subtotal"))
                .isEqualTo("0.12");
    }

    @Test
    void a_line_with_the_id_minus_one_is_new_or_not_there() {
        practice.customer("Anna");
        practice.service("Pruning", "10.00");
        Element invoice = practice.invoice("Anna", "1", "Pruning", "1");
        String mod = "<InvoiceModRq><InvoiceMod><TxnID>" + text(invoice, "TxnID") + "</TxnID><EditSequence>"
                + text(invoice, "EditSequence") + "</EditSequence><InvoiceLineMod><TxnLineID>-1</TxnLineID>"
                + "<Desc>new</Desc></InvoiceLineMod></InvoiceMod></InvoiceModRq>";
        switches.minusOneIsNewLine = false;
        assertThat(practice.code(mod)).isEqualTo("3120");
        switches.minusOneIsNewLine = true;
        assertThat(practice.code(mod)).isEqualTo("0");
    }

    @Test
    void an_element_in_use_is_not_deleted_whatever_the_code() {
        String anna = text(practice.customer("Anna"), "ListID");
        practice.service("Pruning", "10.00");
        practice.invoice("Anna", "1", "Pruning", "1");
        assertThat(practice.code(Practice.listDel("Customer", anna))).isEqualTo("3160");
        switches.usedElementCode = "3170";
        assertThat(practice.code(Practice.listDel("Customer", anna))).isEqualTo("3170");
        assertThat(find("Anna").name()).isEqualTo("CustomerRet");
    }

    @Test
    void a_number_may_come_twice_or_not() {
        practice.customer("Anna");
        practice.service("Pruning", "10.00");
        practice.invoice("Anna", "1", "Pruning", "1");
        assertThat(practice.code(Practice.invoiceAdd("Anna", "1", "Pruning", "1")))
                .isEqualTo("0");
        switches.duplicateRefNumbersRefused = true;
        assertThat(practice.code(Practice.invoiceAdd("Anna", "1", "Pruning", "1")))
                .isEqualTo("3180");
    }

    @Test
    void personal_data_may_be_closed_to_the_application() {
        String card =
                "<CustomerAddRq><CustomerAdd><Name>Anna</Name><CreditCardInfo><CreditCardNumber>1</CreditCardNumber>"
                        + "</CreditCardInfo></CustomerAdd></CustomerAddRq>";
        switches.personalDataAllowed = false;
        assertThat(practice.code(card)).isEqualTo("3261");
        assertThat(practice.code(Practice.customerAdd("Berta"))).isEqualTo("0");
        switches.personalDataAllowed = true;
        assertThat(practice.code(card)).isEqualTo("0");
    }

    @Test
    void an_internal_error_does_nothing_and_passes() {
        switches.internalErrors = 1;
        assertThat(practice.all(Practice.customerAdd("Anna") + Practice.customerAdd("Berta")))
                .extracting(answer -> answer.attribute("statusCode"))
                .containsExactly("1000", "0");
        assertThat(practice.bookkeeper.list("Customer", "", 0, 9).total()).isEqualTo(1);
    }

    @Test
    void a_feature_that_is_off_answers_3250() {
        practice.bookkeeper.setFeature(Feature.CLASS_TRACKING, false);
        assertThat(practice.code("<ClassAddRq><ClassAdd><Name>East</Name></ClassAdd></ClassAddRq>"))
                .isEqualTo("3250");
    }

    private String merge(String goneName, String keptName) {
        String gone = text(practice.customer(goneName), "ListID");
        practice.bookkeeper.merge(gone, text(practice.customer(keptName), "ListID"));
        return gone;
    }

    private Element find(String fullName) {
        return practice.ok("<CustomerQueryRq><FullName>" + fullName + "</FullName></CustomerQueryRq>");
    }

    private static String deletedCustomers() {
        return "<ListDeletedQueryRq><ListDelType>Customer</ListDelType></ListDeletedQueryRq>";
    }

    private static String job(String name, String parent) {
        return "<CustomerAddRq><CustomerAdd><Name>" + name + "</Name><ParentRef><FullName>" + parent
                + "</FullName></ParentRef></CustomerAdd></CustomerAddRq>";
    }
}
