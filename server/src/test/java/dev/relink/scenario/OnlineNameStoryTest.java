package dev.relink.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** QuickBooks Online: a name or a number that somebody has already is looked up and shown, never doubled. */
class OnlineNameStoryTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void who_has_the_name_is_shown_whoever_it_is_and_each_way_out_is_a_button(boolean explained) {
        OnlineStory story = OnlineStory.begins()
                .switches(Map.of("duplicateNameExplained", explained))
                .trouble("faultIn200");
        String inactive = story.enters("customer", Map.of("DisplayName", "Hollis, Margaret"));
        story.control("active", Map.of("type", "customer", "id", inactive, "active", false));
        String same = story.enters("customer", Map.of("DisplayName", "Ode, Ann"));
        story.enters("vendor", Map.of("DisplayName", "Oak Supply"));
        story.enters("employee", Map.of("DisplayName", "Tran, Peter", "GivenName", "Peter", "FamilyName", "Tran"));
        story.sends(
                        Sent.customer("inactive", "Hollis, Margaret"),
                        Sent.customer("same", "Ode, Ann"),
                        Sent.customer("vendor", "Oak Supply"),
                        Sent.customer("employee", "Tran, Peter"))
                .until(
                        "all four were looked up",
                        () -> story.troubles().size() == 4
                                && List.of("inactive", "same", "vendor", "employee").stream()
                                        .noneMatch(one ->
                                                story.found("customer/" + one).isEmpty()));
        assertThat(story.troubles()).allSatisfy(one -> {
            assertThat(one.code()).isEqualTo("online:6240");
            assertThat(one.repairs()).contains("relink", "rename", "reactivate");
        });
        assertThat(story.found("customer/inactive").at("/0/quickbooksId").asString())
                .isEqualTo(inactive);
        assertThat(story.found("customer/inactive").at("/0/active").asBoolean()).isFalse();
        assertThat(story.found("customer/inactive").at("/0/name").asString()).isEqualTo("Hollis, Margaret");
        assertThat(story.found("customer/same").at("/0/quickbooksId").asString())
                .isEqualTo(same);
        assertThat(story.found("customer/vendor").at("/0/type").asString()).isEqualTo("vendor");
        assertThat(story.found("customer/employee").at("/0/type").asString()).isEqualTo("employee");

        story.repairs("reactivate", Map.of(), "customer/inactive")
                .repairs("relink", Map.of("quickbooksId", same), "customer/same")
                .repairs("rename", Map.of("name", "Oak Supply (customer)"), "customer/vendor")
                .comesTo("synced", "customer/inactive", "customer/same", "customer/vendor");
        assertThat(story.boundTo("customer/inactive")).isEqualTo(inactive);
        assertThat(story.of("customer", "customer/inactive").path("Active").asBoolean())
                .isTrue();
        assertThat(story.of("customer", "customer/inactive").path("DisplayName").asString())
                .isEqualTo("Hollis, Margaret");
        assertThat(story.boundTo("customer/same")).isEqualTo(same);
        story.hasNoTwins();
        assertThat(story.troubles())
                .singleElement()
                .satisfies(one -> assertThat(one.record()).isEqualTo("customer/employee"));
    }

    @Test
    void a_number_that_is_taken_is_shown_with_what_has_it_and_can_be_relinked() {
        OnlineStory story = numbered();
        String customer = story.boundTo("customer/c1");
        String typed = story.enters(
                "invoice",
                Map.of(
                        "DocNumber",
                        "1001",
                        "TxnDate",
                        "2026-11-20",
                        "CustomerRef",
                        Map.of("value", customer),
                        "Line",
                        List.of(Map.of(
                                "Amount",
                                150,
                                "DetailType",
                                "SalesItemLineDetail",
                                "SalesItemLineDetail",
                                Map.of(
                                        "ItemRef",
                                        Map.of("value", story.boundTo("item/i1")),
                                        "Qty",
                                        2,
                                        "UnitPrice",
                                        75)))));
        story.sends(Sent.invoice("n1", "c1").with("number", "1001").line("l1", "i1", "2", "75.00"))
                .comesToError("invoice/n1")
                .until("it was looked up", () -> !story.found("invoice/n1").isEmpty());
        assertThat(story.error("invoice/n1").code()).isEqualTo("online:6140");
        assertThat(story.found("invoice/n1")).hasSize(1);
        assertThat(story.found("invoice/n1").at("/0/quickbooksId").asString()).isEqualTo(typed);
        story.repairs("relink", Map.of("quickbooksId", typed), "invoice/n1").comesTo("synced", "invoice/n1");
        assertThat(story.boundTo("invoice/n1")).isEqualTo(typed);
        assertThat(story.books("records/invoice").path("total").asInt()).isEqualTo(1);
    }

    /** QuickBooks made it, said 401, and had forgotten the requestid when the same request came again. */
    @Test
    void a_number_and_a_name_that_are_taken_by_our_own_lost_write_are_bound_by_the_marker() {
        OnlineStory story = numbered()
                .switches(Map.of("requestIdSeconds", 0))
                .trouble("unauthorizedAfterCommit")
                .sends(Sent.invoice("n1", "c1").line("l1", "i1", "2", "75.00"))
                .comesToInTime("synced", "invoice/n1")
                .trouble("unauthorizedAfterCommit")
                .sends(Sent.customer("c2", "Tran, Peter"))
                .comesToInTime("synced", "customer/c2");
        assertThat(story.books("records/invoice").path("total").asInt()).isEqualTo(1);
        assertThat(story.made("Tran, Peter")).isEqualTo(1);
        assertThat(story.troubles()).isEmpty();
        story.hasNoTwins();
    }

    private static OnlineStory numbered() {
        OnlineStory story = OnlineStory.begins();
        story.control("preferences", Map.of("SalesFormsPrefs", Map.of("CustomTxnNumbers", true)));
        return story.sends(Sent.customer("c1", "Hollis, Margaret"), Sent.item("i1", "Stump grinding"))
                .comesTo("synced", "customer/c1", "item/i1");
    }
}
