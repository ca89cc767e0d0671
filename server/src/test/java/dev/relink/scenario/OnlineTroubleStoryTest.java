package dev.relink.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** QuickBooks Online does not let Relink in, or not write: one banner, nothing sent, nothing forgotten, and on by itself. */
class OnlineTroubleStoryTest {

    private static OnlineStory inStep() {
        return OnlineStory.begins()
                .sends(Sent.customer("c1", "Hollis, Margaret"))
                .comesTo("synced", "customer/c1");
    }

    private static String banner(OnlineStory story) {
        return story.health().at("/broken/code").asString("");
    }

    private static String state(OnlineStory story) {
        return story.record("payment/p1").at("/pendingSync/state").asString("");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_ended_subscription_is_one_banner_and_no_error_of_a_record(boolean faultIs200) {
        OnlineStory story = inStep().switches(Map.of("subscriptionEnded", true, "subscriptionFaultIs200", faultIs200));
        story.sends(Sent.customer("c2", "Tran, Peter"), Sent.customer("c3", "Ode, Ann"))
                .until("the connection tells", () -> banner(story).equals("online:6190"))
                .minutesPass()
                .until("it was tried again", () -> story.posts("customer").size() >= 3);
        story.sends(Sent.customer("c4", "Lee, Sam")).runsOnce();
        assertThat(banner(story)).isEqualTo("online:6190");
        assertThat(story.posts("customer").size()).as("one record a run").isLessThanOrEqualTo(6);
        assertThat(story.troubles()).isEmpty();
        assertThat(story.boundTo("customer/c1")).isNotEmpty();
        story.switches(Map.of("subscriptionEnded", false))
                .comesToInTime("synced", "customer/c2", "customer/c3", "customer/c4")
                .until("the banner is gone", () -> story.health().at("/broken").isNull());
        story.hasNoTwins();
    }

    /** An answer that lets nobody in is no look-up in vain: what is in doubt stays so, however often it is asked. */
    @ParameterizedTest
    @ValueSource(strings = {"forbidden", "unavailable"})
    void what_lets_nothing_in_is_one_banner_even_where_only_reads_meet_it(String trouble) {
        OnlineStory story = inStep();
        story.switches(Map.of("serverTimeoutMillis", 20))
                .trouble("slow")
                .sends(Sent.payment("p1", "c1", "20.00"))
                .until("nobody knows what became of it", () -> state(story).equals("in-doubt"))
                .trouble(trouble)
                .switches(Map.of("serverTimeoutMillis", 120_000));
        story.control("troubles", Map.of("slow", false));
        story.until("the connection tells", () -> {
            story.minutesPass();
            return banner(story).equals(trouble.equals("forbidden") ? "online:3100" : "online:relink-no-answer");
        });
        for (int run = 0; run < 4; run++) {
            story.runsOnce();
        }
        assertThat(story.record("payment/p1").at("/pendingSync/state").asString())
                .isEqualTo("in-doubt");
        assertThat(story.troubles()).isEmpty();
        story.sends(Sent.customer("c2", "Tran, Peter")).runsOnce();
        assertThat(story.made("Tran, Peter")).isZero();
        story.clear()
                .comesToInTime("synced", "payment/p1", "customer/c2")
                .until("the banner is gone", () -> story.health().at("/broken").isNull());
        assertThat(story.books("records/payment").path("total").asInt()).isEqualTo(1);
    }

    /** Then a person says that the reset was meant, and each link is proven before anything is written to it. */
    @Test
    void a_reset_company_stops_everything_and_keeps_what_is_bound() {
        OnlineStory story = inStep();
        String id = story.boundTo("customer/c1");
        story.trouble("companyReset")
                .minutesPass()
                .until(
                        "the connection is stopped",
                        () -> story.health().at("/state").asString("").equals("stopped"));
        assertThat(banner(story)).isEqualTo("online:10200");
        story.sends(
                Sent.customer("c2", "Tran, Peter"),
                Sent.customer("c1", "Hollis, Margaret").phone("555-0101"));
        assertThat(story.troubles()).isEmpty();
        assertThat(story.boundTo("customer/c1")).isEqualTo(id);
        assertThat(story.made("Tran, Peter")).isZero();

        story.control("start-over", Map.of("business", "lists"));
        for (String other : List.of("Somebody else", "A second", "A third")) {
            story.enters("customer", Map.of("DisplayName", other));
        }
        story.confirms().comesToInTime("synced", "customer/c2").comesToError("customer/c1");
        assertThat(story.error("customer/c1").message()).contains("Hollis, Margaret", id);
        story.repairs("clear-id", Map.of("whenMatchFound", "relink"), "customer/c1")
                .comesToInTime("synced", "customer/c1");
        story.hasNoTwins();
    }
}
