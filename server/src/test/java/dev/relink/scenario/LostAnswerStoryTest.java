package dev.relink.scenario;

import static dev.relink.scenario.Sent.customer;
import static dev.relink.scenario.Sent.invoice;
import static dev.relink.scenario.Sent.item;
import static dev.relink.scenario.Sent.payment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.simulator.desktop.books.Switches;
import dev.relink.simulator.webconnector.Fault;
import dev.relink.simulator.webconnector.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers get lost, wherever they can: nothing is doubled, nothing is lost, and all is settled in a few runs. */
class LostAnswerStoryTest {

    private final Story story = Story.begins();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 300})
    void an_answer_lost_after_quickbooks_did_everything_doubles_nothing(int writes) {
        story.streams(customers(writes)).webConnectorRunsWith(Fault.LOSE_NEXT_ANSWER);
        assertThat(story.pending()).hasSize(writes).anyMatch(pending -> pending.startsWith("in-flight"));
        story.webConnectorRuns().everythingIsSynced();
        assertThat(story.books().list("Customer")).hasSize(writes);
    }

    @ParameterizedTest
    @CsvSource({"1,0", "2,1", "300,0", "300,1", "300,7", "300,299"})
    void quickbooks_that_dies_after_some_of_the_writes_has_the_rest_sent_again(int writes, int done) {
        story.streams(customers(writes)).webConnectorRunsWith(Fault.LOSE_ANSWER_AFTER, new Faults.Setting(false, done));
        settles();
        assertThat(story.books().list("Customer")).hasSize(writes);
    }

    @Test
    void a_request_that_never_reached_quickbooks_is_sent_again_only_after_two_empty_look_ups() {
        story.sends(customer("1", "Hollis, Margaret")).webConnectorRunsWith(Fault.CUT_BEFORE_WRITE);
        story.run();
        assertThat(story.books().list("Customer")).isEmpty();
        assertThat(story.state("customer/1")).isEqualTo("in-doubt");
        story.run();
        assertThat(story.books().list("Customer"))
                .as("the quarantine is not over")
                .isEmpty();
        story.minutesPass().webConnectorRuns().everythingIsSynced();
        assertThat(story.books().list("Customer")).hasSize(1);
    }

    @Test
    void nothing_of_the_company_is_written_while_a_doubt_is_open() {
        story.sends(customer("1", "Hollis, Margaret")).webConnectorRunsWith(Fault.CUT_BEFORE_WRITE);
        story.sends(customer("2", "Tran, Peter"));
        story.run();
        assertThat(story.books().list("Customer")).isEmpty();
        story.minutesPass().webConnectorRuns().everythingIsSynced();
    }

    @Test
    void the_lost_reply_to_an_answer_loses_nothing() {
        story.sends(customer("1", "Hollis, Margaret"), customer("2", "Tran, Peter"))
                .webConnectorRunsWith(Fault.LOSE_REPLY);
        assertThat(story.counts().get("bound").asInt()).isEqualTo(2);
        story.webConnectorRuns().everythingIsSynced();
        assertThat(story.books().list("Customer")).hasSize(2);
    }

    @Test
    void an_answer_that_arrives_twice_counts_once() {
        story.sends(customer("1", "Hollis, Margaret"), customer("2", "Tran, Peter"));
        story.webConnectorRunsWith(Fault.REPEAT_RESPONSE);
        story.webConnectorRuns().everythingIsSynced();
        assertThat(story.books().list("Customer")).hasSize(2);
        long created = Api.ADMIN
                .get(story.path("/history?outcome=created"))
                .get("total")
                .asLong();
        assertThat(created).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void a_quickbooks_ticket_lost_in_the_middle_leaves_nothing_twice(long done) {
        story.streams(customers(3)).webConnectorRunsWith(Fault.TICKET_LOST, new Faults.Setting(false, done));
        settles();
        assertThat(story.books().list("Customer")).hasSize(3);
    }

    @Test
    void an_internal_error_of_quickbooks_is_looked_up_and_what_was_not_done_goes_again_by_itself() {
        story.sends(customer("1", "Hollis, Margaret"), customer("2", "Okafor, Ada"))
                .webConnectorRunsWith(Fault.INTERNAL_ERROR);
        assertThat(story.errors()).containsExactly("desktop:1000 customer/1");
        assertThat(story.error("customer/1").state()).isEqualTo("retrying");
        assertThat(story.books().names("Customer")).containsExactly("Okafor, Ada");
        story.webConnectorRuns().everythingIsSynced();
        assertThat(story.books().names("Customer")).containsExactlyInAnyOrder("Hollis, Margaret", "Okafor, Ada");
    }

    @Test
    void a_lost_look_up_is_asked_again() {
        story.sends(customer("1", "Hollis, Margaret")).webConnectorRunsWith(Fault.LOSE_NEXT_ANSWER);
        story.webConnectorRunsWith(Fault.LOSE_NEXT_READ);
        settles();
        assertThat(story.books().list("Customer")).hasSize(1);
    }

    // ---- what QuickBooks remembers of a message set is not proof

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void however_many_message_sets_quickbooks_remembers(int slots) {
        story.books().switches().messageSetSlots = slots;
        everyKindIsLost();
    }

    @ParameterizedTest
    @ValueSource(strings = {"600", "9002", "9005"})
    void whatever_a_check_of_an_unknown_set_answers(String code) {
        story.books().switches().messageSetSlots = 0;
        story.books().switches().checkOfUnknownSet = code;
        everyKindIsLost();
    }

    @ParameterizedTest
    @EnumSource(Switches.AfterDeath.class)
    void whatever_quickbooks_remembers_of_a_set_in_which_it_died(Switches.AfterDeath afterDeath) {
        story.books().switches().afterDeath = afterDeath;
        story.streams(customers(5)).webConnectorRunsWith(Fault.LOSE_ANSWER_AFTER, new Faults.Setting(false, 3));
        settles();
        assertThat(story.books().list("Customer")).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource(Switches.OldAndNew.class)
    void whatever_an_old_id_beside_a_new_one_means(Switches.OldAndNew meaning) {
        story.books().switches().oldAndNew = meaning;
        everyKindIsLost();
        story.sends(customer("after", "After the loss")).webConnectorRuns();
        settles();
    }

    @Test
    void an_answer_that_quickbooks_could_not_store_is_taken_as_it_is() {
        story.books().switches().failsToStoreNext = true;
        story.streams(customers(3)).run();
        story.minutesPass();
        settles();
        assertThat(story.books().list("Customer")).hasSize(3);
    }

    @Test
    void sets_without_an_id_may_displace_the_remembered_one() {
        story.books().switches().setsWithoutIdDisplace = true;
        everyKindIsLost();
    }

    /** Customers, an item, an invoice and a payment: the answer to each kind of set is lost once. */
    private void everyKindIsLost() {
        story.sends(item("prune", "Pruning"), customer("1", "Hollis, Margaret"), customer("2", "Tran, Peter"))
                .webConnectorRunsWith(Fault.LOSE_NEXT_ANSWER);
        story.webConnectorRuns();
        story.sends(invoice("10388", "1").line("a", "prune", "2", "50")).webConnectorRunsWith(Fault.LOSE_NEXT_ANSWER);
        story.webConnectorRuns();
        story.sends(payment("p1", "1", "100.00").paying("10388", "100.00"))
                .webConnectorRunsWith(Fault.LOSE_NEXT_ANSWER);
        settles();
        assertThat(story.books().list("Customer")).hasSize(2);
        assertThat(story.books().transactions("Invoice")).hasSize(1);
        assertThat(story.books().transactions("ReceivePayment")).hasSize(1);
        assertThat(story.books().invoice("10388").remaining()).isEqualByComparingTo("0");
    }

    // ---- the marker is not given back

    @Test
    void a_create_whose_marker_quickbooks_does_not_tell_is_shown_to_a_person() {
        story.books().switches().externalGuid = Switches.ExternalGuid.ACCEPTED_AND_LOST;
        story.books().switches().messageSetSlots = 0;
        story.sends(customer("1", "Hollis, Margaret")).webConnectorRunsWith(Fault.LOSE_NEXT_ANSWER);
        story.webConnectorRuns();
        Story.Trouble trouble = story.error("customer/1");
        assertThat(trouble.code()).isEqualTo("desktop:relink-ambiguous");
        assertThat(story.state("customer/1")).isEqualTo("held");
        String listId = story.books().customer("Hollis, Margaret").listId();
        story.repairs("relink", Map.of("quickbooksId", listId), "customer/1")
                .webConnectorRuns()
                .everythingIsSynced();
        assertThat(story.books().list("Customer")).hasSize(1);
    }

    /** Neither a skip, nor a newer snapshot, nor Send again makes it anew unseen. */
    @Test
    void an_invoice_that_may_be_there_is_never_made_twice_however_it_gets_going_again() {
        story.sends(item("prune", "Pruning"), customer("1", "Hollis, Margaret")).webConnectorRuns();
        story.books().switches().externalGuid = Switches.ExternalGuid.ACCEPTED_AND_LOST;
        story.books().switches().messageSetSlots = 0;
        story.sends(invoice("10388", "1").line("a", "prune", "2", "50")).webConnectorRunsWith(Fault.LOSE_NEXT_ANSWER);
        story.webConnectorRuns();
        assertThat(story.error("invoice/10388").code()).isEqualTo("desktop:relink-ambiguous");

        assertThat(story.tries(Api.ADMIN, "send-again", Map.of(), "invoice/10388")
                        .get("refused")
                        .asInt())
                .isEqualTo(1);
        story.repairs("skip", Map.of("reason", "later"), "invoice/10388");
        story.sends(invoice("10388", "1").line("a", "prune", "3", "50")).webConnectorRuns();
        assertThat(story.books().transactions("Invoice")).as(story.told()).hasSize(1);
        assertThat(story.error("invoice/10388").code()).isEqualTo("desktop:relink-twin");
        String id = story.books().invoice("10388").txnId();
        story.repairs("relink", Map.of("quickbooksId", id), "invoice/10388")
                .webConnectorRuns()
                .everythingIsSynced();
        assertThat(story.books().invoice("10388").total()).isEqualByComparingTo("150");
    }

    @Test
    void a_lost_change_is_compared_with_what_is_there() {
        story.sends(customer("1", "Hollis, Margaret")).webConnectorRuns();
        story.sends(customer("1", "Hollis, Margaret").phone("555-0100")).webConnectorRunsWith(Fault.LOSE_NEXT_ANSWER);
        story.webConnectorRuns().everythingIsSynced();
        story.sends(customer("1", "Hollis, Margaret").phone("555-0101")).webConnectorRunsWith(Fault.CUT_BEFORE_WRITE);
        settles();
        assertThat(story.books().field(story.boundTo("customer/1"), "Phone")).isEqualTo("555-0101");
    }

    @Test
    void a_customer_deleted_between_the_loss_and_the_look_up_is_for_a_person() {
        story.sends(customer("1", "Hollis, Margaret")).webConnectorRunsWith(Fault.LOSE_NEXT_ANSWER);
        story.books().deletes("Hollis, Margaret");
        story.webConnectorRuns();
        assertThat(story.state("customer/1")).isEqualTo("held");
        assertThat(story.books().list("Customer")).isEmpty();
        story.repairs("create-new", Map.of(), "customer/1").webConnectorRuns().everythingIsSynced();
    }

    @Test
    void an_answer_lost_at_every_run_still_ends() {
        story.streams(customers(30));
        for (int i = 0; i < 5; i++) {
            story.webConnectorRunsWith(Fault.LOSE_NEXT_ANSWER);
        }
        settles();
        assertThat(story.books().list("Customer")).hasSize(30);
    }

    /** A few more runs, minutes apart, and all is as it should be. */
    private void settles() {
        for (int i = 0; i < 4; i++) {
            story.run();
            story.minutesPass();
        }
        story.everythingIsSynced();
    }

    private static List<Sent> customers(int count) {
        var customers = new ArrayList<Sent>();
        for (int i = 0; i < count; i++) {
            customers.add(customer("c" + i, "Customer %04d".formatted(i)));
        }
        return customers;
    }
}
