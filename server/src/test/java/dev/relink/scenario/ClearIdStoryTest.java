package dev.relink.scenario;

import static dev.relink.scenario.Sent.customer;
import static dev.relink.scenario.Sent.invoice;
import static dev.relink.scenario.Sent.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.simulator.webconnector.Fault;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** After Clear ID the record is looked up before anything is created. */
class ClearIdStoryTest {

    private static final String NAME = "Hollis, Margaret";

    private final Story story = Story.begins();

    @BeforeEach
    void two_customers_of_which_the_first_is_deleted() {
        story.sends(item("prune", "Pruning"), customer("1", NAME), customer("2", "Tran, Peter"))
                .webConnectorRuns();
        story.books().deletes(NAME);
        story.sends(customer("1", NAME).phone("555-0100")).webConnectorRuns();
        assertThat(story.errors()).containsExactly("desktop:3120 customer/1");
    }

    @Test
    void a_customer_typed_in_again_by_hand_is_relinked() {
        story.books().adds(NAME);
        story.clearsIds("customer/1").webConnectorRuns().everythingIsSynced();
        assertThat(story.boundTo("customer/1"))
                .isEqualTo(story.books().customer(NAME).listId());
        assertThat(story.books().field(story.boundTo("customer/1"), "Phone")).isEqualTo("555-0100");
    }

    @Test
    void when_asked_to_ask_a_twin_is_held_with_its_candidate_until_a_person_relinks() {
        story.books().adds(NAME);
        story.repairs("clear-id", Map.of("whenMatchFound", "ask"), "customer/1").webConnectorRuns();
        Story.Trouble twin = story.error("customer/1");
        assertThat(twin.code()).isEqualTo("desktop:relink-twin");
        String listId = story.books().customer(NAME).listId();
        assertThat(candidates(twin)).contains(listId);
        story.repairs("relink", Map.of("quickbooksId", listId), "customer/1")
                .webConnectorRuns()
                .everythingIsSynced();
        assertThat(story.boundTo("customer/1")).isEqualTo(listId);
    }

    private String candidates(Story.Trouble trouble) {
        return Api.ADMIN
                .get(story.path("/sync-errors/%s/candidates".formatted(trouble.id())))
                .toString();
    }

    @Test
    void create_anyway_meets_the_twin_and_says_so_instead_of_doubling_the_name() {
        story.books().adds(NAME);
        story.repairs("clear-id", Map.of("whenMatchFound", "create"), "customer/1")
                .webConnectorRuns();
        assertThat(story.errors()).containsExactly("desktop:3100 customer/1");
        assertThat(story.books().names("Customer")).containsExactlyInAnyOrder(NAME, "Tran, Peter");
    }

    @Test
    void create_anyway_makes_an_invoice_anew_beside_its_twin_because_a_person_chose_so() {
        story.sends(invoice("77", "2").line("a", "prune", "1", "50")).webConnectorRuns();
        story.books().bookkeeper().delete(story.books().invoice("77").txnId());
        story.sends(invoice("77", "2").line("a", "prune", "2", "50")).webConnectorRuns();
        typesInInvoice("77", "Tran, Peter");
        story.repairs("clear-id", Map.of("whenMatchFound", "create"), "invoice/77")
                .webConnectorRuns();
        assertThat(story.state("invoice/77")).isEqualTo("synced");
        assertThat(story.books().transactions("Invoice")).hasSize(2);
    }

    /** The app's correction is no answer to the question which of the two it is. */
    @Test
    void an_invoice_with_a_twin_that_the_app_changes_is_asked_about_again_and_not_made_beside_it() {
        story.sends(invoice("77", "2").line("a", "prune", "1", "50")).webConnectorRuns();
        story.books().bookkeeper().delete(story.books().invoice("77").txnId());
        story.sends(invoice("77", "2").line("a", "prune", "2", "50")).webConnectorRuns();
        typesInInvoice("77", "Tran, Peter");
        story.repairs("clear-id", Map.of("whenMatchFound", "ask"), "invoice/77").webConnectorRuns();
        assertThat(story.error("invoice/77").code()).isEqualTo("desktop:relink-twin");

        story.sends(invoice("77", "2").line("a", "prune", "3", "50")).webConnectorRuns();
        assertThat(story.error("invoice/77").code()).isEqualTo("desktop:relink-twin");
        assertThat(story.books().transactions("Invoice")).hasSize(1);
    }

    @Test
    void an_invoice_typed_in_again_is_found_by_its_number() {
        story.sends(invoice("77", "2").line("a", "prune", "1", "50")).webConnectorRuns();
        story.books().bookkeeper().delete(story.books().invoice("77").txnId());
        story.minutesPass().webConnectorRuns();
        assertThat(story.errors()).contains("desktop:3120 invoice/77");
        typesInInvoice("77", "Tran, Peter");
        story.clearsIds("invoice/77").webConnectorRuns();
        assertThat(story.state("invoice/77")).as(story.told()).isEqualTo("synced");
        assertThat(story.books().transactions("Invoice")).hasSize(1);
        assertThat(story.books().invoice("77").total()).isEqualByComparingTo("50");
    }

    private void typesInInvoice(String number, String customer) {
        story.books().bookkeeper().enter("""
                <InvoiceAdd><CustomerRef><FullName>%s</FullName></CustomerRef><TxnDate>2026-11-20</TxnDate>
                <RefNumber>%s</RefNumber>
                <InvoiceLineAdd><ItemRef><FullName>Pruning</FullName></ItemRef><Quantity>1</Quantity><Rate>50</Rate>
                </InvoiceLineAdd></InvoiceAdd>
                """.formatted(customer, number));
    }

    @Test
    void a_merged_customer_is_relinked_to_the_one_that_was_kept() {
        story.books().adds("Tran, P.");
        story.books()
                .bookkeeper()
                .merge(
                        story.books().customer("Tran, Peter").listId(),
                        story.books().customer("Tran, P.").listId());
        story.minutesPass().webConnectorRuns();
        assertThat(story.errors()).contains("desktop:3120 customer/2");
        String kept = story.books().customer("Tran, P.").listId();
        story.repairs("relink", Map.of("quickbooksId", kept), "customer/2").webConnectorRuns();
        assertThat(story.boundTo("customer/2")).isEqualTo(kept);
        assertThat(story.books().customer("Tran, Peter").listId()).isEqualTo(kept);
    }

    @Test
    void an_inactive_twin_is_found_too() {
        story.books().adds(NAME);
        story.books().bookkeeper().setActive(story.books().customer(NAME).listId(), false);
        story.clearsIds("customer/1").webConnectorRuns();
        assertThat(story.books().list("Customer")).hasSize(2);
        assertThat(story.boundTo("customer/1"))
                .as(story.told())
                .isEqualTo(story.books().customer(NAME).listId());
    }

    @Test
    void a_clear_that_was_not_needed_binds_the_old_id_again() {
        String before = story.boundTo("customer/2");
        Api.ADMIN.delete(story.path("/bindings/customer/2"));
        story.webConnectorRuns();
        assertThat(story.boundTo("customer/2")).isEqualTo(before);
        assertThat(story.books().list("Customer")).hasSize(1);
    }

    @Test
    void it_is_undone_before_the_run_and_not_after_it() {
        String repair = story.tries(Api.ADMIN, "clear-id", Map.of(), "customer/1")
                .at("/items/0/repair")
                .asString();
        assertThat(story.errors()).isEmpty();
        Api.ADMIN.post(story.path("/repairs/%s/undo".formatted(repair)), "");
        assertThat(story.errors()).containsExactly("desktop:3120 customer/1");

        String again = story.tries(Api.ADMIN, "clear-id", Map.of(), "customer/1")
                .at("/items/0/repair")
                .asString();
        story.webConnectorRuns().everythingIsSynced();
        assertThat(Api.ADMIN
                        .send("POST", story.path("/repairs/%s/undo".formatted(again)), "application/json", "")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void it_is_refused_to_viewers_and_operators() {
        JsonNode refused = story.tries(token("operator"), "clear-id", Map.of(), "customer/1");
        assertThat(refused.get("refused").asInt()).isEqualTo(1);
        assertThat(refused.at("/items/0/reason").asString()).contains("administrator");
        var viewer = token("viewer")
                .send(
                        "POST",
                        story.path("/repairs"),
                        "application/json",
                        dev.relink.platform.Json.write(story.repair("clear-id", Map.of(), "customer/1")));
        assertThat(viewer.status()).isEqualTo(403);
        assertThat(story.errors()).containsExactly("desktop:3120 customer/1");
    }

    private Api token(String role) {
        return new Api(Api.ADMIN
                .post("/tokens", """
                        {"name":"a %s","role":"%s","companies":["%s"]}""".formatted(role, role, story.company))
                .get("token")
                .asString());
    }

    @Test
    void it_is_refused_while_nobody_knows_what_became_of_what_was_sent() {
        story.sends(customer("2", "Tran, Peter").phone("555-0102")).webConnectorRunsWith(Fault.LOSE_NEXT_ANSWER);
        assertThat(story.pending()).contains("in-flight customer/2");
        assertThat(Api.ADMIN
                        .send("DELETE", story.path("/bindings/customer/2"), "application/json", "")
                        .status())
                .isEqualTo(409);
        story.webConnectorRuns();
        assertThat(story.state("customer/2")).isEqualTo("synced");
    }

    @Test
    void several_are_cleared_at_once_by_a_filter_and_a_dry_run_changes_nothing() {
        story.books().deletes("Tran, Peter");
        story.minutesPass().webConnectorRuns();
        JsonNode preview = Api.ADMIN.post(
                story.path("/repairs"),
                "{\"repair\":\"clear-id\",\"filter\":{\"code\":\"desktop:3120\"},\"dryRun\":true}");
        assertThat(preview.get("accepted").asInt()).isEqualTo(2);
        assertThat(story.errors()).hasSize(2);
        Api.ADMIN.post(story.path("/repairs"), "{\"repair\":\"clear-id\",\"filter\":{\"code\":\"desktop:3120\"}}");
        story.webConnectorRuns().everythingIsSynced();
    }
}
