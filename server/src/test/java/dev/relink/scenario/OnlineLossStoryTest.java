package dev.relink.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** QuickBooks Online: whatever becomes of an answer, nothing is made twice and nothing is lost. */
class OnlineLossStoryTest {

    private static final List<String> ACCIDENTS = List.of(
            "dropAfterCommit",
            "unauthorizedAfterCommit",
            "errorAfterCommit",
            "timeoutAfterCommit",
            "truncateAnswer",
            "resetBefore",
            "serverError",
            "throttled");

    /** Either what a requestid of before gives again is the first answer, or it is refused for having been used. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatever_happens_to_an_answer_each_record_is_made_once(boolean requestIdTwiceRefused) {
        OnlineStory story = OnlineStory.begins()
                .switches(Map.of(
                        "requestIdTwiceRefused", requestIdTwiceRefused,
                        "faultsReplayed", !requestIdTwiceRefused,
                        "gatewayInXml", requestIdTwiceRefused))
                .sends(Sent.customer("c0", "Early bird"))
                .comesTo("synced", "customer/c0");
        for (String accident : ACCIDENTS) {
            story.trouble(accident)
                    .sends(
                            Sent.customer(accident + "-1", accident + " one"),
                            Sent.customer(accident + "-2", accident + " two"))
                    .comesToInTime("synced", "customer/" + accident + "-1", "customer/" + accident + "-2");
            assertThat(story.made(accident + " one")).as(accident).isEqualTo(1);
            assertThat(story.made(accident + " two")).as(accident).isEqualTo(1);
        }
        story.hasNoTwins();
        assertThat(story.troubles()).isEmpty();
    }

    /** A fault among them comes again, or is found again: the others are whole either way. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_batch_that_is_lost_or_dies_in_the_middle_is_made_whole(boolean faultsReplayed) {
        OnlineStory story = OnlineStory.begins().switches(Map.of("faultsReplayed", faultsReplayed));
        story.enters("vendor", Map.of("DisplayName", "Taken"));
        for (String accident : List.of("dropBatchAfter", "dropAfterCommit")) {
            var many = new ArrayList<Sent>();
            IntStream.rangeClosed(1, 7).forEach(i -> many.add(Sent.customer(accident + i, accident + " number " + i)));
            story.trouble(accident).streams(many);
            many.forEach(one -> story.comesToInTime("synced", "customer/" + one.id()));
            IntStream.rangeClosed(1, 7)
                    .forEach(i ->
                            assertThat(story.made(accident + " number " + i)).isEqualTo(1));
        }
        var clash = new ArrayList<Sent>();
        IntStream.rangeClosed(1, 6).forEach(i -> clash.add(Sent.customer("x" + i, "Beside a clash " + i)));
        clash.add(Sent.customer("x7", "Taken"));
        story.trouble("dropAfterCommit").streams(clash);
        clash.subList(0, 6).forEach(one -> story.comesToInTime("synced", "customer/" + one.id()));
        story.until("the seventh is a question to a person", () -> {
            story.minutesPass();
            return story.troubles().stream().anyMatch(one -> one.record().equals("customer/x7"));
        });
        story.hasNoTwins();
        assertThat(story.boundTo("customer/x7")).isEmpty();
    }

    /** It was reported that a requestid does not hold for payments, and lists may lag behind. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_lost_payment_is_looked_for_and_never_sent_twice(boolean requestIdHoldsForPayments) {
        OnlineStory story = OnlineStory.begins()
                .switches(Map.of("requestIdHoldsForPayments", requestIdHoldsForPayments))
                .sends(
                        Sent.customer("c1", "Hollis, Margaret"),
                        Sent.item("i1", "Stump grinding"),
                        Sent.invoice("n1", "c1").line("l1", "i1", "2", "75.00"))
                .comesTo("synced", "invoice/n1");
        for (String accident : List.of("dropAfterCommit", "unauthorizedAfterCommit", "timeoutAfterCommit")) {
            story.trouble("staleLists")
                    .trouble(accident)
                    .sends(Sent.payment(accident, "c1", "50.00").paying("n1", "50.00"))
                    .comesToInTime("synced", "payment/" + accident)
                    .clear();
        }
        assertThat(story.books("records/payment").path("total").asInt()).isEqualTo(3);
        assertThat(story.posts("payment")).hasSize(3);
        assertThat(story.of("invoice", "invoice/n1").path("Balance").decimalValue())
                .isEqualByComparingTo("0");
        assertThat(story.troubles()).isEmpty();
    }

    /** Items carry no marker. The requestid tells; where it does not, the name does, and a person says that it is the same. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_lost_item_is_found_by_its_requestid_or_by_its_name(boolean requestIdTwiceRefused) {
        OnlineStory story = OnlineStory.begins()
                .switches(Map.of("requestIdTwiceRefused", requestIdTwiceRefused))
                .sends(Sent.customer("c0", "Early bird"))
                .comesTo("synced", "customer/c0")
                .trouble("dropAfterCommit")
                .sends(Sent.item("i1", "Stump grinding"));
        if (requestIdTwiceRefused) {
            story.until("a person is asked", () -> {
                story.minutesPass();
                return !story.troubles().isEmpty();
            });
            assertThat(story.error("item/i1").code()).isEqualTo("online:relink-ambiguous");
            String id = story.found("item/i1").path(0).path("quickbooksId").asString("");
            story.repairs("relink", Map.of("quickbooksId", id), "item/i1");
        }
        story.comesToInTime("synced", "item/i1");
        assertThat(story.made("Stump grinding")).isEqualTo(1);
        story.hasNoTwins();
    }

    @Test
    void a_quickbooks_that_is_slow_beyond_its_own_patience_did_it_all_the_same() {
        OnlineStory story = OnlineStory.begins()
                .sends(Sent.customer("c0", "Early bird"))
                .comesTo("synced", "customer/c0")
                .switches(Map.of("serverTimeoutMillis", 20))
                .trouble("slow");
        story.sends(Sent.customer("c1", "Hollis, Margaret"))
                .until(
                        "it was made, and nobody knows",
                        () -> story.made("Hollis, Margaret") == 1
                                && story.record("customer/c1")
                                        .at("/pendingSync/state")
                                        .asString("")
                                        .equals("in-doubt"))
                .clear()
                .switches(Map.of("serverTimeoutMillis", 120_000))
                .comesToInTime("synced", "customer/c1");
        assertThat(story.made("Hollis, Margaret")).isEqualTo(1);
        assertThat(story.troubles()).isEmpty();
    }

    /** What left is what was stored before: the number of its message set, and its place in it. */
    @Test
    void every_write_carries_a_requestid_that_was_stored_before_it_left() {
        OnlineStory story = OnlineStory.begins()
                .sends(Sent.customer("c1", "Hollis, Margaret"), Sent.item("i1", "Stump grinding"))
                .comesTo("synced", "customer/c1", "item/i1");
        List<String> sent = story.posts("customer");
        sent.addAll(story.posts("item"));
        assertThat(sent).hasSize(2).doesNotHaveDuplicates();
        assertThat(sent).allSatisfy(id -> assertThat(story.bodyOf(id)).contains("\"" + id + "\""));
    }
}
