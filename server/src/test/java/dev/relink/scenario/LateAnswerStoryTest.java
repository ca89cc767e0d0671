package dev.relink.scenario;

import static dev.relink.scenario.Sent.customer;
import static dev.relink.scenario.Sent.invoice;
import static dev.relink.scenario.Sent.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.simulator.webconnector.Visit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** QuickBooks runs a request only after Relink has looked for it twice in vain and sent it again. */
class LateAnswerStoryTest {

    private final Story story = Story.begins();

    @Test
    void an_invoice_made_by_a_late_request_after_it_was_sent_again_is_shown_with_both_ids() {
        anInvoiceIsAboutToBeMade();
        Visit first = story.visitUntilOut("invoice/10388");
        twoLookUpsFindNothing();
        String second = story.boundTo("invoice/10388");
        assertThat(second).as(story.told()).isNotEmpty();
        first.finish();
        String late = theOtherInvoice(second);

        Story.Trouble trouble = story.error("invoice/10388");
        assertThat(trouble.code()).isEqualTo("desktop:relink-duplicate-suspect");
        assertThat(trouble.message()).contains(late, second);
        assertThat(trouble.repairs()).contains("relink", "send-again");
        assertThat(story.boundTo("invoice/10388")).isEqualTo(second);

        story.books().bookkeeper().delete(second);
        story.repairs("relink", Map.of("quickbooksId", late), "invoice/10388")
                .webConnectorRuns()
                .everythingIsSynced();
        assertThat(story.boundTo("invoice/10388")).isEqualTo(late);
        assertThat(story.books().transactions("Invoice")).hasSize(1);
    }

    @Test
    void so_it_is_when_the_late_answer_comes_while_the_second_request_is_out() {
        anInvoiceIsAboutToBeMade();
        Visit first = story.visitUntilOut("invoice/10388");
        story.minutesPass().run();
        story.minutesPass();
        Visit second = story.visitUntilOut("invoice/10388");
        first.finish();
        assertThat(story.pending()).containsExactly("in-flight invoice/10388");
        second.finish();
        assertThat(story.books().transactions("Invoice")).hasSize(2);
        Story.Trouble trouble = story.error("invoice/10388");
        assertThat(trouble.code()).isEqualTo("desktop:relink-duplicate-suspect");
        assertThat(trouble.message())
                .contains(story.boundTo("invoice/10388"), theOtherInvoice(story.boundTo("invoice/10388")));

        story.books().bookkeeper().delete(theOtherInvoice(story.boundTo("invoice/10388")));
        story.repairs("send-again", Map.of(), "invoice/10388")
                .webConnectorRuns()
                .everythingIsSynced();
    }

    @Test
    void a_customer_whose_second_request_is_refused_is_bound_to_what_the_first_one_made() {
        story.sends(customer("1", "Hollis, Margaret"));
        Visit first = story.visitUntilOut("customer/1");
        story.minutesPass().run();
        story.minutesPass();
        Visit second = story.visitUntilOut("customer/1");
        first.finish();
        second.finish();
        story.webConnectorRuns().everythingIsSynced();
        assertThat(story.books().list("Customer")).hasSize(1);
        assertThat(story.boundTo("customer/1"))
                .isEqualTo(story.books().customer("Hollis, Margaret").listId());
    }

    private void anInvoiceIsAboutToBeMade() {
        story.sends(item("prune", "Pruning"), customer("1", "Hollis, Margaret")).webConnectorRuns();
        story.sends(invoice("10388", "1").line("a", "prune", "2", "50"));
    }

    private void twoLookUpsFindNothing() {
        story.minutesPass().run();
        story.minutesPass().run();
    }

    private String theOtherInvoice(String bound) {
        return story.books().transactions("Invoice").stream()
                .map(row -> row.txnId())
                .filter(id -> !id.equals(bound))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is only one. " + story.told()));
    }
}
