package dev.relink.scenario;

import static dev.relink.scenario.Sent.customer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.simulator.webconnector.Ending;
import dev.relink.simulator.webconnector.Visit;
import dev.relink.simulator.webconnector.WebConnector;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** More than one Web Connector, and more than one company. */
class ManyVisitorsStoryTest {

    private final Story story = Story.begins();

    @Test
    void a_second_web_connector_is_told_to_wait_while_the_first_is_at_work() {
        story.sends(customer("1", "Hollis, Margaret"), customer("2", "Tran, Peter"));
        Visit first = story.visit().until(Visit.Stage.RECEIVE_RESPONSE);
        assertThat(story.run().ending()).isEqualTo(Ending.BUSY);
        assertThat(first.finish().isWell()).isTrue();
        story.everythingIsSynced();
    }

    @Test
    void after_the_takeover_time_the_newcomer_works_and_the_firsts_ticket_is_void() {
        story.sends(customer("1", "Hollis, Margaret"));
        Visit first = story.visit().until(Visit.Stage.SEND_REQUEST);
        story.minutesPass().webConnectorRuns().everythingIsSynced();
        assertThat(first.finish().isWell()).isFalse();
        assertThat(story.books().list("Customer")).hasSize(1);
    }

    @Test
    void what_the_first_had_out_is_looked_up_by_the_newcomer_and_its_late_answer_changes_nothing() {
        story.sends(customer("1", "Hollis, Margaret"));
        Visit first = story.visit().until(Visit.Stage.RECEIVE_RESPONSE);
        story.minutesPass().webConnectorRuns().everythingIsSynced();
        String bound = story.boundTo("customer/1");
        first.finish();
        story.webConnectorRuns().everythingIsSynced();
        assertThat(story.boundTo("customer/1")).isEqualTo(bound);
        assertThat(story.books().list("Customer")).hasSize(1);
    }

    @Test
    void the_late_answer_of_the_first_still_closes_its_own_attempts() {
        story.books().switches().messageSetSlots = 0;
        story.sends(customer("1", "Hollis, Margaret"));
        Visit first = story.visit().until(Visit.Stage.RECEIVE_RESPONSE);
        Visit second = story.minutesPass().visit().until(Visit.Stage.SEND_REQUEST);
        first.finish();
        assertThat(story.state("customer/1")).isEqualTo("synced");
        second.finish();
        story.minutesPass().run();
        story.everythingIsSynced();
    }

    @Test
    void a_request_that_is_answered_before_and_after_a_takeover_is_made_once() {
        story.sends(customer("1", "Hollis, Margaret"));
        Visit first = story.visit().until(Visit.Stage.PROCESS_REQUEST);
        story.minutesPass().run();
        assertThat(story.state("customer/1")).isEqualTo("in-doubt");
        first.finish(); // QuickBooks runs the old request only now
        story.minutesPass().run();
        story.minutesPass().run();
        story.everythingIsSynced();
        assertThat(story.books().list("Customer")).hasSize(1);
    }

    @Test
    void companies_do_not_see_each_other() throws ExecutionException, InterruptedException {
        Story cedar = Story.begins();
        story.sends(customer("1", "Hollis, Margaret"), customer("2", "Tran, Peter"));
        cedar.sends(customer("1", "Okafor, Ada"));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(() -> story.webConnectorRuns());
            var two = threads.submit(() -> cedar.webConnectorRuns());
            one.get();
            two.get();
        }
        assertThat(story.books().names("Customer")).containsExactly("Hollis, Margaret", "Tran, Peter");
        assertThat(cedar.books().names("Customer")).containsExactly("Okafor, Ada");
    }

    @Test
    void a_poisoned_company_does_not_touch_another() {
        Story cedar = Story.begins();
        story.sends(customer("1", "Poison")).quickBooksCannotParse("Poison");
        story.webConnectorRuns();
        assertThat(story.errors()).containsExactly("hresult:0x80040400 customer/1");
        cedar.sends(customer("1", "Poison")).webConnectorRuns().everythingIsSynced();
    }

    @Test
    void the_wrong_password_opens_nothing() {
        story.sends(customer("1", "Hollis, Margaret"));
        WebConnector stranger = story.webConnector("not the password");
        assertThat(stranger.run().ending()).isEqualTo(Ending.WRONG_PASSWORD);
        assertThat(story.books().list("Customer")).isEmpty();
        story.webConnectorRuns().everythingIsSynced();
    }

    @Test
    void with_nothing_to_do_the_web_connector_is_sent_away_at_the_door() {
        story.sends(customer("1", "Hollis, Margaret")).webConnectorRuns();
        assertThat(story.run().ending()).isEqualTo(Ending.NO_WORK);
    }
}
