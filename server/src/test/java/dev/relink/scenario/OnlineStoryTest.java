package dev.relink.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
