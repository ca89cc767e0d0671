package dev.relink.scenario;

import static dev.relink.scenario.Sent.customer;
import static dev.relink.scenario.Sent.invoice;
import static dev.relink.scenario.Sent.item;
import static dev.relink.scenario.Sent.payment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.platform.HandClock;
import dev.relink.simulator.webconnector.Fault;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the app deletes is voided, made inactive or deleted in QuickBooks, each as its kind allows. */
class RemovalStoryTest {

    private final Story story = Story.begins();

    @BeforeEach
    void a_paid_invoice() {
        story.sends(
                        item("prune", "Pruning"),
                        customer("1", "Hollis, Margaret"),
                        invoice("10388", "1").line("a", "prune", "2", "50"),
                        payment("p1", "1", "100.00").paying("10388", "100.00"))
                .webConnectorRuns()
                .everythingIsSynced();
    }

    @Test
    void a_payment_is_deleted_and_its_invoice_is_open_again() {
        story.removes("payment", "p1").webConnectorRuns().everythingIsSynced();
        assertThat(story.books().transactions("ReceivePayment")).isEmpty();
        assertThat(story.books().invoice("10388").remaining()).isEqualByComparingTo("100");
        story.sends(payment("p1", "1", "100.00").paying("10388", "100.00"))
                .webConnectorRuns()
                .everythingIsSynced();
        assertThat(story.books().transactions("ReceivePayment")).hasSize(1);
    }

    @Test
    void an_invoice_is_voided() {
        story.removes("payment", "p1").webConnectorRuns();
        story.removes("invoice", "10388").webConnectorRuns().everythingIsSynced();
        assertThat(story.books().invoice("10388").voided()).isTrue();
        assertThat(story.books().invoice("10388").total()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void a_customer_is_made_inactive_and_active_again_when_the_app_sends_it_again() {
        story.removes("customer", "1").webConnectorRuns().everythingIsSynced();
        assertThat(story.books().customer("Hollis, Margaret").active()).isFalse();
        story.sends(customer("1", "Hollis, Margaret").phone("555-0100"))
                .webConnectorRuns()
                .everythingIsSynced();
        assertThat(story.books().customer("Hollis, Margaret").active()).isTrue();
        assertThat(story.books().list("Customer")).hasSize(1);
    }

    @Test
    void what_never_reached_quickbooks_is_simply_not_sent() {
        story.sends(customer("2", "Tran, Peter")).removes("customer", "2").run();
        story.everythingIsSynced();
        assertThat(story.books().list("Customer")).hasSize(1);
    }

    @Test
    void the_lost_answer_to_a_void_and_to_a_delete_are_settled_by_looking() {
        story.removes("payment", "p1").webConnectorRunsWith(Fault.LOSE_NEXT_ANSWER);
        story.webConnectorRuns().everythingIsSynced();
        story.removes("invoice", "10388").webConnectorRunsWith(Fault.LOSE_NEXT_ANSWER);
        story.webConnectorRuns().everythingIsSynced();
        assertThat(story.books().invoice("10388").voided()).isTrue();
        story.removes("customer", "1").webConnectorRunsWith(Fault.LOSE_NEXT_ANSWER);
        story.webConnectorRuns().everythingIsSynced();
        assertThat(story.books().customer("Hollis, Margaret").active()).isFalse();
    }

    @Test
    void a_broken_link_of_what_the_app_deletes_is_no_error_any_more() {
        story.sends(customer("2", "Tran, Peter")).webConnectorRuns();
        story.books().deletes("Tran, Peter");
        story.sends(customer("2", "Tran, Peter").phone("555-0100")).webConnectorRuns();
        assertThat(story.errors()).containsExactly("desktop:3120 customer/2");
        story.removes("customer", "2").webConnectorRuns().everythingIsSynced();
        assertThat(story.books().names("Customer")).containsExactly("Hollis, Margaret");
    }

    /** The PC's clock may be a day behind: what was deleted since the last reading seems to be older than that. */
    @Test
    void deletions_are_read_a_day_and_some_back() {
        var pc = new HandClock(Instant.now());
        Story behind = Story.begins(pc);
        behind.sends(customer("1", "Hollis, Margaret")).webConnectorRuns().minutesPass();
        behind.run();
        pc.forward(java.time.Duration.between(pc.instant(), java.time.Instant.now())
                .minusHours(25));
        behind.books().deletes("Hollis, Margaret");
        behind.minutesPass().run();
        assertThat(behind.errors()).as(behind.told()).containsExactly("desktop:3120 customer/1");
    }

    @Test
    void what_is_gone_already_needs_no_removing() {
        story.books()
                .bookkeeper()
                .delete(story.books().transactions("ReceivePayment").getFirst().txnId());
        story.removes("payment", "p1").webConnectorRuns().everythingIsSynced();
    }
}
