package dev.relink.scenario;

import static dev.relink.scenario.Sent.customer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import dev.relink.simulator.webconnector.Fault;
import dev.relink.simulator.webconnector.Faults;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What goes again by itself has an end, at which a person decides; only what is in use goes on for ever. */
class PatienceStoryTest {

    private static final Faults.Setting ALWAYS_ONE = new Faults.Setting(true, 1);

    private final Story story = Story.begins();

    @Test
    void an_internal_error_is_tried_five_times_and_then_waits_for_a_person() {
        story.sends(customer("1", "Hollis, Margaret"), customer("2", "Okafor, Ada"));
        for (int answer = 1; answer <= 4; answer++) {
            story.webConnectorRunsWith(Fault.INTERNAL_ERROR, ALWAYS_ONE);
            assertThat(story.error("customer/1").tries()).isEqualTo(answer);
            assertThat(story.error("customer/1").state()).isEqualTo("retrying");
        }
        story.webConnectorRunsWith(Fault.INTERNAL_ERROR, ALWAYS_ONE);
        assertThat(story.error("customer/1").state()).as(story.told()).isEqualTo("open");
        assertThat(story.error("customer/1").repairs()).contains("send-again", "skip");
        assertThat(story.errors()).containsExactly("desktop:1000 customer/1");

        story.webConnectorRuns();
        assertThat(story.books().names("Customer")).as("held").containsExactly("Okafor, Ada");
        story.repairs("send-again", Map.of(), "customer/1").webConnectorRuns().everythingIsSynced();
    }

    @Test
    void after_an_internal_error_the_records_travel_in_half_the_company() {
        story.streams(IntStream.range(0, 8)
                        .mapToObj(i -> customer("c" + i, "Customer " + i))
                        .toList())
                .webConnectorRunsWith(Fault.INTERNAL_ERROR, new Faults.Setting(false, 8))
                .webConnectorRuns()
                .everythingIsSynced();
        assertThat(sizes()).containsExactly(8, 4, 4);
    }

    @Test
    void a_record_at_which_quickbooks_dies_ends_alone_and_held_and_all_others_arrive() {
        story.streams(IntStream.range(0, 5)
                        .mapToObj(i -> customer("c" + i, i == 2 ? "Poison ivy" : "Customer " + i))
                        .toList())
                .quickBooksDiesOf("Poison ivy");
        for (int i = 0; i < 30 && story.errors().isEmpty(); i++) {
            story.run();
            story.minutesPass();
        }
        assertThat(story.errors()).as(story.told()).containsExactly("desktop:relink-unanswered customer/c2");
        assertThat(story.error("customer/c2").state()).isEqualTo("open");
        story.webConnectorRuns();
        assertThat(story.books().list("Customer")).hasSize(4);
        assertThat(sizes()).as("halves until it is alone").startsWith(5, 3, 2).endsWith(1, 1);

        story.quickBooksDiesOf("")
                .repairs("send-again", Map.of(), "customer/c2")
                .webConnectorRuns()
                .everythingIsSynced();
        assertThat(story.books().list("Customer")).hasSize(5);
    }

    @Test
    void what_is_in_use_goes_again_in_every_visit() {
        story.sends(customer("1", "Hollis, Margaret")).webConnectorRuns();
        String id = story.books().customer("Hollis, Margaret").listId();
        story.books().bookkeeper().open(id);
        story.sends(customer("1", "Hollis, Margaret").phone("555-0100"));
        for (int visit = 1; visit <= 7; visit++) {
            story.webConnectorRuns();
            assertThat(story.error("customer/1").tries()).isEqualTo(visit);
            assertThat(story.error("customer/1").state()).isEqualTo("retrying");
        }
        story.books().bookkeeper().close(id);
        story.webConnectorRuns().everythingIsSynced();
    }

    private List<Integer> sizes() {
        return RunningRelink.shared()
                .jdbc()
                .sql("select requests from message_set where company_id = :company and kind = 'write' order by sent_at")
                .param("company", story.company)
                .query((row, _) -> row.getInt("requests"))
                .list();
    }
}
