package dev.relink.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clear ID on QuickBooks Online: its faults name nobody, so the record is read, then what it names; the dead one is told. */
class OnlineClearIdStoryTest {

    private static Sent invoice(String quantity) {
        return Sent.invoice("n1", "c1").line("l1", "i1", quantity, "75.00");
    }

    private static OnlineStory inStep(Map<String, ?> switches) {
        return OnlineStory.begins()
                .switches(switches)
                .sends(Sent.customer("c1", "Hollis, Margaret"), Sent.item("i1", "Stump grinding"), invoice("2"))
                .comesTo("synced", "invoice/n1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_deleted_invoice_is_told_and_made_once_more_after_clear_id(boolean deletedIsTold) {
        OnlineStory story = inStep(Map.of("deletedIsTold", deletedIsTold));
        String dead = story.boundTo("invoice/n1");
        story.deletes("invoice", "invoice/n1").sends(invoice("3")).comesToError("invoice/n1");
        Story.Trouble trouble = story.error("invoice/n1");
        assertThat(trouble.code()).isEqualTo("online:610");
        assertThat(trouble.message())
                .containsPattern("ID %s (is not in QuickBooks any more|as deleted)".formatted(dead));
        assertThat(trouble.repairs()).contains("clear-id");
        story.repairs("clear-id", Map.of("whenMatchFound", "relink"), "invoice/n1")
                .comesTo("synced", "invoice/n1");
        assertThat(story.boundTo("invoice/n1")).isNotEqualTo(dead);
        story.hasNoTwins();
        assertThat(story.troubles()).isEmpty();
    }

    /** Whichever code it comes with, the inactive one has the error, the others wait, and one button mends all. */
    @Test
    void an_inactive_one_is_named_though_the_fault_names_nobody() {
        OnlineStory story = OnlineStory.begins()
                .sends(Sent.customer("c1", "Hollis, Margaret"), Sent.item("i1", "Stump grinding"))
                .comesTo("synced", "customer/c1", "item/i1");
        for (String code : List.of("CODE_610", "CODE_2500", "CODE_6250")) {
            story.switches(Map.of("deadCustomer", code, "deadReference", code));
            story.sends(Sent.customer(code, "Customer " + code), Sent.item("i" + code, "Item " + code))
                    .comesTo("synced", "customer/" + code, "item/i" + code)
                    .makesActive("customer", "customer/" + code, false)
                    .makesActive("item", "item/i" + code, false)
                    .sends(
                            Sent.invoice("a" + code, code).line("l1", "i1", "1", "75.00"),
                            Sent.invoice("b" + code, "c1").line("l1", "i" + code, "1", "75.00"))
                    .comesToError("customer/" + code)
                    .comesToError("item/i" + code);
            assertThat(story.troubles()).hasSize(2).allSatisfy(one -> {
                assertThat(one.message()).contains(code, "made inactive");
                assertThat(one.repairs()).contains("reactivate");
            });
            assertThat(story.record("invoice/a" + code).at("/pendingSync/state").asString())
                    .isEqualTo("waiting-on-parent");
            story.repairs("reactivate", Map.of(), "customer/" + code, "item/i" + code)
                    .comesTo("synced", "customer/" + code, "item/i" + code, "invoice/a" + code, "invoice/b" + code);
        }
        story.hasNoTwins();
        assertThat(story.troubles()).isEmpty();
    }

    /** The payment is refused, with 620 or 610, and the invoice has the error: it is what is dead. */
    @Test
    void a_payment_for_a_deleted_invoice_waits_until_that_is_there_again() {
        OnlineStory story = inStep(Map.of());
        story.deletes("invoice", "invoice/n1")
                .sends(Sent.payment("p1", "c1", "150.00").paying("n1", "150.00"))
                .comesToError("invoice/n1");
        assertThat(story.troubles()).hasSize(1);
        assertThat(story.record("payment/p1").at("/pendingSync/state").asString())
                .isEqualTo("waiting-on-parent");
        story.repairs("clear-id", Map.of("whenMatchFound", "relink"), "invoice/n1")
                .comesTo("synced", "invoice/n1", "payment/p1");
        assertThat(story.of("invoice", "invoice/n1").path("Balance").decimalValue())
                .isEqualByComparingTo("0");
        assertThat(story.books("records/payment").path("total").asInt()).isEqualTo(1);
        story.hasNoTwins();
    }

    /** Everything that it names is alive: QuickBooks' own words are left to a person. */
    @Test
    void a_payment_for_an_invoice_that_is_another_customers_by_now_is_told_in_quickbooks_own_words() {
        OnlineStory story = inStep(Map.of());
        String other = story.enters("customer", Map.of("DisplayName", "Tran, Peter"));
        story.changes("invoice", "invoice/n1", Map.of("CustomerRef", Map.of("value", other)))
                .sends(Sent.payment("p1", "c1", "150.00").paying("n1", "150.00"))
                .comesToError("payment/p1");
        assertThat(story.error("payment/p1").code()).isEqualTo("online:620");
        assertThat(story.error("payment/p1").repairs()).contains("send-again", "skip");
        assertThat(story.books("records/payment").path("total").asInt()).isZero();
    }
}
