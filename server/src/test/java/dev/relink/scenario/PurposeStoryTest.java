package dev.relink.scenario;

import static dev.relink.scenario.Sent.customer;
import static dev.relink.scenario.Sent.invoice;
import static dev.relink.scenario.Sent.item;
import static dev.relink.scenario.Sent.job;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What Relink is for: a broken link is seen, cleared with one click, and mended without making a duplicate. */
class PurposeStoryTest {

    private final Story story = Story.begins();

    @Test
    void deleted_customers_that_the_app_changes_give_3120_and_are_mended_by_clear_id_with_what_waited_on_them() {
        story.sends(item("prune", "Pruning"), customer("1", "Hollis, Margaret"), customer("2", "Tran, Peter"))
                .webConnectorRuns()
                .everythingIsSynced();
        story.books().deletes("Hollis, Margaret", "Tran, Peter");
        story.sends(
                        customer("1", "Hollis, Margaret").phone("555-0100"),
                        customer("2", "Tran, Peter").phone("555-0101"))
                .webConnectorRuns();
        assertThat(story.errors()).containsExactly("desktop:3120 customer/1", "desktop:3120 customer/2");
        assertThat(story.error("customer/1").repairs()).contains("clear-id");

        story.sends(invoice("10388", "1").line("a", "prune", "2", "50"), job("3", "2", "Orchard"));
        story.webConnectorRuns();
        assertThat(story.error("customer/1").blocks()).isEqualTo(1);
        assertThat(story.state("invoice/10388")).isEqualTo("pending");

        story.clearsIds("customer/1", "customer/2").webConnectorRuns().everythingIsSynced();
        assertThat(story.books().names("Customer"))
                .containsExactlyInAnyOrder("Hollis, Margaret", "Tran, Peter", "Tran, Peter:Orchard");
        assertThat(story.books().invoice("10388").entity()).isEqualTo("Hollis, Margaret");
    }

    @Test
    void deleted_customers_are_found_by_reading_when_nothing_was_pending() {
        story.sends(customer("1", "Hollis, Margaret"), customer("2", "Tran, Peter"), customer("3", "Okafor, Ada"))
                .webConnectorRuns();
        story.books().deletes("Hollis, Margaret", "Tran, Peter");
        story.minutesPass().webConnectorRuns();
        assertThat(story.errors()).containsExactly("desktop:3120 customer/1", "desktop:3120 customer/2");

        story.clearsIds("customer/1", "customer/2").webConnectorRuns().everythingIsSynced();
        assertThat(story.books().names("Customer"))
                .isEqualTo(List.of("Hollis, Margaret", "Okafor, Ada", "Tran, Peter"));
        assertThat(story.boundTo("customer/1"))
                .isEqualTo(story.books().customer("Hollis, Margaret").listId());
    }
}
