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
    void a_request_that_quickbooks_did_not_get_to_is_no_error_and_no_try_and_goes_at_the_next_visit() {
        story.sends(customer("1", "Hollis, Margaret"), customer("2", "Okafor, Ada"), customer("3", "Tran, Peter"))
                .quickBooksDoesNotProcess("Okafor, Ada")
                .webConnectorRuns();
        assertThat(story.errors()).as(story.told()).isEmpty();
        assertThat(story.pending()).containsExactly("waiting customer/2");
        assertThat(RunningRelink.shared()
                        .jdbc()
                        .sql("select tries from pending_sync where company_id = ?")
                        .param(story.company)
                        .query(Integer.class)
                        .single())
                .isZero();
        story.quickBooksDoesNotProcess("").webConnectorRuns().everythingIsSynced();
        assertThat(story.books().list("Customer")).hasSize(3);
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

    @Test
    void codes_that_take_turns_have_an_end_too_and_what_is_in_use_between_them_neither_ends_nor_renews_it() {
        story.sends(customer("1", "Hollis, Margaret")).webConnectorRuns();
        String id = story.books().customer("Hollis, Margaret").listId();
        story.sends(customer("1", "Hollis, Margaret").phone("555-0100"));
        for (int turn = 1; turn <= 4; turn++) {
            story.books().bookkeeper().open(id);
            story.webConnectorRuns();
            assertThat(story.error("customer/1").code()).as(story.told()).startsWith("desktop:317");
            story.books().bookkeeper().close(id);
            story.webConnectorRunsWith(Fault.INTERNAL_ERROR, ALWAYS_ONE);
            assertThat(story.errors()).as(story.told()).containsExactly("desktop:1000 customer/1");
            assertThat(story.error("customer/1").state()).as("turn " + turn).isEqualTo("retrying");
        }
        story.books().bookkeeper().open(id);
        story.webConnectorRuns();
        story.books().bookkeeper().close(id);
        story.webConnectorRunsWith(Fault.INTERNAL_ERROR, ALWAYS_ONE);
        assertThat(story.error("customer/1").state()).as(story.told()).isEqualTo("open");
        story.repairs("send-again", Map.of(), "customer/1").webConnectorRuns().everythingIsSynced();
    }

    @Test
    void a_look_up_that_is_never_answered_in_full_ends_with_a_person_and_creates_nothing_meanwhile() {
        story.sends(customer("1", "Hollis, Margaret")).webConnectorRuns();
        story.books().deletes("Hollis, Margaret");
        story.sends(customer("1", "Hollis, Margaret").phone("555-0100")).webConnectorRuns();
        story.clearsIds("customer/1").quickBooksCannotBeAskedAbout("Hollis, Margaret");
        story.sends(customer("2", "Tran, Peter"));
        for (int run = 1; run <= 4; run++) {
            story.minutesPass().webConnectorRuns();
            assertThat(story.state("customer/1")).as(story.told()).isEqualTo("pending");
            assertThat(story.told()).contains("It could not be looked up in %d run".formatted(run));
        }
        story.minutesPass().webConnectorRuns();
        assertThat(story.errors()).as(story.told()).containsExactly("desktop:relink-not-looked-up customer/1");
        assertThat(story.error("customer/1").repairs()).contains("send-again", "relink", "skip");
        assertThat(story.error("customer/1").message()).contains("in 5 runs", "1000");
        assertThat(story.books().names("Customer")).containsExactly("Tran, Peter");

        story.quickBooksCannotBeAskedAbout("")
                .repairs("send-again", Map.of(), "customer/1")
                .webConnectorRuns()
                .everythingIsSynced();
        assertThat(story.books().names("Customer")).containsExactly("Hollis, Margaret", "Tran, Peter");
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
