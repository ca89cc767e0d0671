package dev.relink.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** QuickBooks Online: what others change meanwhile is read, and put together with what the app changed, or shown. */
class OnlineStaleStoryTest {

    private static Sent margaret() {
        return Sent.customer("c1", "Hollis, Margaret")
                .phone("555-0101")
                .with("billingAddress", address("12 Elm Street"));
    }

    private static Map<String, Object> address(String street) {
        return Map.of(
                "lines",
                List.of(street),
                "city",
                "Boise",
                "state",
                "ID",
                "postalCode",
                "83702",
                "country",
                "United States");
    }

    private static OnlineStory inStep() {
        return OnlineStory.begins().sends(margaret()).comesTo("synced", "customer/c1");
    }

    private static String phone(OnlineStory story) {
        return story.of("customer", "customer/c1")
                .at("/PrimaryPhone/FreeFormNumber")
                .asString("");
    }

    /** Online writes a country its own way: that is no change that somebody made. */
    @Test
    void what_somebody_changed_meanwhile_is_kept_beside_the_change_of_the_app() {
        OnlineStory story = inStep();
        story.changes("customer", "customer/c1", Map.of("CompanyName", "Hollis Farms"))
                .sends(margaret().phone("555-0202").with("billingAddress", address("14 Elm Street")))
                .until("the new phone is there", () -> phone(story).equals("555-0202"))
                .trouble("editByOther")
                .sends(margaret().phone("555-0303").with("billingAddress", address("14 Elm Street")))
                .until("the newest phone is there", () -> phone(story).equals("555-0303"))
                .comesTo("synced", "customer/c1");
        assertThat(story.of("customer", "customer/c1").path("CompanyName").asString())
                .isEqualTo("Hollis Farms");
        assertThat(story.of("customer", "customer/c1").at("/BillAddr/Line1").asString())
                .isEqualTo("14 Elm Street");
        assertThat(story.troubles()).isEmpty();
    }

    @Test
    void what_both_changed_is_shown_with_both_sides_and_either_may_stay() {
        OnlineStory story = inStep();
        story.changes("customer", "customer/c1", Map.of("PrimaryPhone", Map.of("FreeFormNumber", "555-0999")))
                .sends(margaret().phone("555-0202"))
                .comesToError("customer/c1");
        Story.Trouble trouble = story.error("customer/c1");
        assertThat(trouble.code()).isEqualTo("online:5010");
        assertThat(trouble.message()).contains("phone").doesNotContain("billingAddress");
        assertThat(trouble.repairs()).contains("keep-app", "keep-quickbooks");
        assertThat(story.found("customer/c1").at("/0/differs").toString()).contains("555-0202", "555-0999");
        assertThat(phone(story)).isEqualTo("555-0999");
        story.repairs("keep-app", Map.of(), "customer/c1")
                .until("the app's is there", () -> phone(story).equals("555-0202"))
                .comesTo("synced", "customer/c1");

        story.changes("customer", "customer/c1", Map.of("PrimaryPhone", Map.of("FreeFormNumber", "555-0888")))
                .sends(margaret().phone("555-0303"))
                .comesToError("customer/c1")
                .repairs("keep-quickbooks", Map.of(), "customer/c1")
                .until("nothing is asked any more", () -> story.troubles().isEmpty());
        assertThat(phone(story)).isEqualTo("555-0888");
        story.sends(margaret().phone("555-0303").with("companyName", "Hollis Farms"))
                .until(
                        "the next change goes on",
                        () -> story.of("customer", "customer/c1")
                                .path("CompanyName")
                                .asString("")
                                .equals("Hollis Farms"));
        assertThat(phone(story)).isEqualTo("555-0888");
    }

    /** A payment that is applied gives its invoice another version, or does not: the next change goes through either way. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_invoice_that_was_paid_meanwhile_is_changed_without_a_question(boolean linkMovesSyncToken) {
        Sent invoice = Sent.invoice("n1", "c1").line("l1", "i1", "2", "75.00");
        OnlineStory story = OnlineStory.begins()
                .switches(Map.of("linkMovesSyncToken", linkMovesSyncToken))
                .sends(
                        Sent.customer("c1", "Hollis, Margaret"),
                        Sent.item("i1", "Stump grinding"),
                        invoice,
                        Sent.payment("p1", "c1", "150.00").paying("n1", "150.00"))
                .comesTo("synced", "invoice/n1", "payment/p1")
                .sends(invoice.with("memo", "Behind the barn"));
        story.until(
                        "the memo is there",
                        () -> story.of("invoice", "invoice/n1")
                                .path("PrivateNote")
                                .asString("")
                                .startsWith("Behind the barn"))
                .comesTo("synced", "invoice/n1");
        assertThat(story.of("invoice", "invoice/n1").path("Balance").decimalValue())
                .isEqualByComparingTo("0");
        assertThat(story.troubles()).isEmpty();
    }

    /** Whether null empties a reference or a number is nowhere said: where it does not, a person is told what stays. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_the_app_empties_is_emptied_or_told(boolean nullEmpties) {
        OnlineStory story = OnlineStory.begins()
                .switches(Map.of("nullEmpties", nullEmpties))
                .sends(
                        margaret().with("terms", Map.of("name", "Net 30")).with("notes", "Ring twice"),
                        Sent.item("i1", "Stump grinding").with("cost", "12.50"),
                        Sent.invoice("n1", "c1").line("l1", "i1", "2", "75.00").with("dueDate", "2026-12-24"))
                .comesTo("synced", "customer/c1", "item/i1", "invoice/n1");
        story.sends(
                        margaret().with("terms", null).with("notes", null).phone("555-0202"),
                        Sent.item("i1", "Stump grinding").with("cost", null),
                        Sent.invoice("n1", "c1").line("l1", "i1", "2", "75.00").with("dueDate", null))
                .until("the change is there", () -> phone(story).equals("555-0202"));
        assertThat(story.of("customer", "customer/c1").path("Notes").asString(""))
                .doesNotContain("Ring");
        if (nullEmpties) {
            story.comesTo("synced", "customer/c1", "item/i1", "invoice/n1");
            assertThat(story.troubles()).isEmpty();
            assertThat(story.of("customer", "customer/c1").has("SalesTermRef")).isFalse();
        } else {
            story.until("all three are told", () -> story.troubles().size() == 3);
            assertThat(story.troubles())
                    .allSatisfy(one -> assertThat(one.code()).isEqualTo("online:relink-not-emptied"));
            assertThat(story.error("customer/c1").message())
                    .contains("terms (Net 30)")
                    .doesNotContain("notes");
            assertThat(story.error("item/i1").message()).contains("cost (12.5");
            assertThat(story.error("invoice/n1").message()).contains("dueDate (2026-12-24)");
            story.repairs("keep-quickbooks", Map.of(), "customer/c1", "item/i1", "invoice/n1")
                    .until("nobody is asked any more", () -> story.troubles().isEmpty());
        }
    }
}
