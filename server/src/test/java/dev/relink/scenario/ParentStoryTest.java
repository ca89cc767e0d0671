package dev.relink.scenario;

import static dev.relink.scenario.Sent.customer;
import static dev.relink.scenario.Sent.invoice;
import static dev.relink.scenario.Sent.item;
import static dev.relink.scenario.Sent.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.simulator.webconnector.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A record whose parent does not go by itself says why, and what to do. */
class ParentStoryTest {

    private final Story story = Story.begins();

    @Test
    void a_job_of_a_skipped_customer_says_so_and_goes_when_the_skip_is_undone() {
        String repair = aJobWaitsOnASkippedCustomer();
        assertThat(trouble("customer/2")).contains("It is skipped", "undo the skip");
        assertThat(Api.ADMIN
                        .post(story.path("/repairs/" + repair + "/undo"), "")
                        .get("verdict")
                        .asString())
                .isEqualTo("accepted");
        story.quickBooksCannotParse("")
                .repairs("send-again", Map.of(), "customer/1")
                .webConnectorRuns();
        story.everythingIsSynced();
        assertThat(story.books().names("Customer")).containsExactlyInAnyOrder("Oakmont", "Oakmont:Orchard");
    }

    /** Held, then skipped; its job waits. */
    private String aJobWaitsOnASkippedCustomer() {
        story.sends(customer("1", "Oakmont"), job("2", "1", "Orchard"))
                .quickBooksCannotParse("Oakmont")
                .webConnectorRuns();
        assertThat(trouble("customer/2")).contains("It is held with the error hresult:0x80040400");
        JsonNode answer = story.tries(Api.ADMIN, "skip", Map.of("reason", "later"), "customer/1");
        return answer.at("/items/0/repair").asString();
    }

    @Test
    void a_record_that_refers_to_what_the_app_never_sent_or_has_deleted_says_so() {
        story.sends(job("2", "1", "Orchard"));
        assertThat(trouble("customer/2")).contains("The app has never sent it");
        story.sends(customer("1", "Oakmont")).removes("customer", "1");
        story.webConnectorRuns();
        assertThat(trouble("customer/2")).contains("The app has deleted it", "change what this record refers to");
        story.sends(customer("1", "Oakmont")).webConnectorRuns().everythingIsSynced();
    }

    @Test
    void an_invoice_of_a_customer_that_somebody_must_decide_about_names_its_error() {
        story.sends(item("prune", "Pruning"), customer("1", "Hollis, Margaret"))
                .webConnectorRunsWith(Fault.LOSE_NEXT_ANSWER);
        story.books().deletes("Hollis, Margaret");
        story.webConnectorRuns();
        assertThat(story.errors()).containsExactly("desktop:relink-deleted-since customer/1");
        story.sends(invoice("10388", "1").line("a", "prune", "2", "50")).webConnectorRuns();
        assertThat(trouble("invoice/10388")).contains("relink-deleted-since");
        assertThat(story.books().list("Customer")).isEmpty();
    }

    private String trouble(String record) {
        JsonNode waitsOn = story.record(record).at("/pendingSync/waitsOn");
        assertThat(waitsOn.isObject()).as(story.record(record).toString()).isTrue();
        return waitsOn.get("trouble").asString();
    }
}
