package dev.relink.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** QuickBooks Online over the wire: everything goes within seconds, nothing twice. */
class OnlineStoryTest {

    private static Sent[] business() {
        return new Sent[] {
            Sent.customer("c1", "Hollis, Margaret"),
            Sent.job("c2", "c1", "Rear garden"),
            Sent.item("i1", "Stump grinding"),
            Sent.invoice("n1", "c1").line("l1", "i1", "2", "75.00"),
            Sent.payment("p1", "c1", "150.00").paying("n1", "150.00"),
        };
    }

    private static OnlineStory inStep() {
        return OnlineStory.begins()
                .sends(business())
                .comesTo("synced", "customer/c1", "customer/c2", "item/i1", "invoice/n1", "payment/p1");
    }

    @Test
    void all_four_types_sync_by_themselves_parents_first() {
        OnlineStory story = inStep();
        assertThat(story.troubles()).isEmpty();
        story.hasNoTwins();
        assertThat(story.made("Hollis, Margaret")).isEqualTo(1);
        assertThat(story.books("records/invoice/" + story.boundTo("invoice/n1"))
                        .path("Balance")
                        .decimalValue())
                .isEqualByComparingTo("0");
        story.sends(Sent.customer("c1", "Hollis, Margaret").phone("555-0101"))
                .until(
                        "the phone is there",
                        () -> story.books("records/customer/" + story.boundTo("customer/c1"))
                                .at("/PrimaryPhone/FreeFormNumber")
                                .asString("")
                                .equals("555-0101"));
    }

    @Test
    void a_deleted_invoice_is_told_and_made_once_more_after_clear_id() {
        OnlineStory story = OnlineStory.begins()
                .sends(
                        Sent.customer("c1", "Hollis, Margaret"),
                        Sent.item("i1", "Stump grinding"),
                        Sent.invoice("n1", "c1").line("l1", "i1", "2", "75.00"))
                .comesTo("synced", "invoice/n1");
        String dead = story.boundTo("invoice/n1");
        story.deletes("invoice", "invoice/n1")
                .sends(Sent.invoice("n1", "c1").line("l1", "i1", "3", "75.00"))
                .comesToError("invoice/n1");
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

    @Test
    void an_inactive_customer_is_named_though_the_fault_names_nobody() {
        OnlineStory story = OnlineStory.begins()
                .sends(Sent.customer("c1", "Hollis, Margaret"), Sent.item("i1", "Stump grinding"))
                .comesTo("synced", "customer/c1", "item/i1");
        story.makesActive("customer", "customer/c1", false)
                .sends(Sent.invoice("n1", "c1").line("l1", "i1", "2", "75.00"))
                .comesToError("customer/c1");
        assertThat(story.error("customer/c1").message()).contains("Hollis, Margaret", "made inactive");
        assertThat(story.error("customer/c1").repairs()).contains("reactivate");
        assertThat(story.record("invoice/n1").at("/pendingSync/state").asString())
                .isEqualTo("waiting-on-parent");
        story.repairs("reactivate", Map.of(), "customer/c1").comesTo("synced", "customer/c1", "invoice/n1");
        story.hasNoTwins();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dropAfterCommit",
                "unauthorizedAfterCommit",
                "errorAfterCommit",
                "timeoutAfterCommit",
                "truncateAnswer",
                "resetBefore",
                "serverError",
                "throttled"
            })
    void whatever_happens_to_an_answer_each_record_is_made_once(String trouble) {
        OnlineStory story = OnlineStory.begins()
                .sends(Sent.customer("c0", "Early bird"))
                .comesTo("synced", "customer/c0")
                .trouble(trouble)
                .sends(Sent.customer("c1", "Hollis, Margaret"), Sent.customer("c2", "Tran, Peter"));
        story.until("both are made", () -> {
            story.minutesPass();
            return story.state("customer/c1").equals("synced")
                    && story.state("customer/c2").equals("synced");
        });
        assertThat(story.made("Hollis, Margaret")).isEqualTo(1);
        assertThat(story.made("Tran, Peter")).isEqualTo(1);
        story.hasNoTwins();
        assertThat(story.troubles()).isEmpty();
    }

    @Test
    void what_somebody_changed_meanwhile_is_kept_beside_the_change_of_the_app() {
        OnlineStory story = OnlineStory.begins()
                .sends(Sent.customer("c1", "Hollis, Margaret").phone("555-0101"))
                .comesTo("synced", "customer/c1");
        story.changes("customer", "customer/c1", Map.of("CompanyName", "Hollis Farms"))
                .sends(Sent.customer("c1", "Hollis, Margaret").phone("555-0202"))
                .until(
                        "the new phone is there",
                        () -> story.books("records/customer/" + story.boundTo("customer/c1"))
                                .at("/PrimaryPhone/FreeFormNumber")
                                .asString("")
                                .equals("555-0202"));
        story.comesTo("synced", "customer/c1");
        assertThat(story.books("records/customer/" + story.boundTo("customer/c1"))
                        .path("CompanyName")
                        .asString())
                .isEqualTo("Hollis Farms");
    }

    @Test
    void a_name_that_an_inactive_customer_has_is_offered_not_doubled() {
        OnlineStory story = OnlineStory.begins();
        String id = story.control("records/customer", Map.of("DisplayName", "Hollis, Margaret"))
                .path("Id")
                .asString();
        story.control("active", Map.of("type", "customer", "id", id, "active", false));
        story.sends(Sent.customer("c1", "Hollis, Margaret"));
        story.until(
                "it is settled",
                () -> story.state("customer/c1").equals("synced")
                        || !story.troubles().isEmpty());
        story.hasNoTwins();
    }

    @Test
    void hundreds_go_in_batches_side_by_side() {
        var many = new ArrayList<Sent>();
        for (int i = 1; i <= 250; i++) {
            many.add(Sent.customer("m" + i, "Customer number " + i));
        }
        OnlineStory story = OnlineStory.begins().streams(many);
        story.until(
                "all are synced",
                () -> Api.ADMIN.get(story.path("")).at("/counts/bound").asInt() == 250);
        story.hasNoTwins();
        List<String> writes = story.books("calls")
                .valueStream()
                .map(call -> call.path("requestId").asString(""))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(writes).doesNotHaveDuplicates().hasSizeLessThan(40);
    }

    @Test
    void what_the_app_removes_is_made_inactive_or_voided() {
        OnlineStory story = inStep();
        story.removes("payment/p1").removes("invoice/n1").removes("customer/c2");
        story.until(
                "the job is inactive",
                () -> !story.books("records/customer/" + story.boundTo("customer/c2"))
                        .path("Active")
                        .asBoolean(true));
        story.until(
                "the invoice is void",
                () -> story.books("records/invoice/" + story.boundTo("invoice/n1"))
                                .path("TotalAmt")
                                .decimalValue()
                                .signum()
                        == 0);
    }

    @Test
    void an_ended_subscription_is_one_banner_and_no_error_of_a_record() {
        OnlineStory story = OnlineStory.begins()
                .sends(Sent.customer("c1", "Hollis, Margaret"))
                .comesTo("synced", "customer/c1");
        story.switches(Map.of("subscriptionEnded", true));
        story.sends(Sent.customer("c2", "Tran, Peter"), Sent.customer("c3", "Ode, Ann"))
                .until(
                        "the connection tells",
                        () -> story.health().at("/broken/code").asString("").equals("online:6190"));
        assertThat(story.troubles()).isEmpty();
        assertThat(story.boundTo("customer/c1")).isNotEmpty();
        story.switches(Map.of("subscriptionEnded", false));
        story.until("both are synced", () -> {
            story.minutesPass();
            return story.state("customer/c2").equals("synced")
                    && story.state("customer/c3").equals("synced");
        });
        story.until("the banner is gone", () -> story.health().at("/broken").isNull());
        story.hasNoTwins();
    }

    @Test
    void a_reset_company_stops_everything_and_keeps_what_is_bound() {
        OnlineStory story = OnlineStory.begins()
                .sends(Sent.customer("c1", "Hollis, Margaret"))
                .comesTo("synced", "customer/c1");
        String id = story.boundTo("customer/c1");
        story.trouble("companyReset");
        story.sends(Sent.customer("c2", "Tran, Peter"))
                .until(
                        "the connection is stopped",
                        () -> story.health().at("/state").asString("").equals("stopped"));
        assertThat(story.troubles()).isEmpty();
        assertThat(story.boundTo("customer/c1")).isEqualTo(id);
        assertThat(story.made("Tran, Peter")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloudevents", "legacy"})
    void a_signed_event_lets_a_deletion_be_found_before_anything_is_sent_for_it(String form) {
        OnlineStory story = OnlineStory.begins()
                .sends(
                        Sent.customer("c1", "Hollis, Margaret"),
                        Sent.item("i1", "Stump grinding"),
                        Sent.invoice("n1", "c1").line("l1", "i1", "2", "75.00"))
                .comesTo("synced", "invoice/n1");
        story.until("all was read once", story::hasReadAll);
        String dead = story.boundTo("invoice/n1");
        story.announces(form, RunningRelink.VERIFIER_TOKEN)
                .deletes("invoice", "invoice/n1")
                .until("the error is there", () -> {
                    story.control("webhooks/deliver", Map.of());
                    return !story.troubles().isEmpty();
                });
        assertThat(story.error("invoice/n1").message()).contains(dead);
        assertThat(story.error("invoice/n1").repairs()).contains("clear-id");
    }

    @Test
    void events_that_somebody_else_signed_are_turned_away() {
        String event = "[{\"type\":\"qbo.invoice.deleted.v1\",\"intuitaccountid\":\"1\",\"intuitentityid\":\"2\"}]";
        assertThat(Api.ADMIN
                        .send("POST", "/quickbooks-online/events", "application/json", event)
                        .status())
                .isEqualTo(401);
        assertThat(Api.ADMIN
                        .send("POST", "/quickbooks-online/events", "application/json", "x".repeat((1 << 20) + 1))
                        .status())
                .isEqualTo(413);
    }
}
