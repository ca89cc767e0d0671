package dev.relink.scenario;

import static dev.relink.scenario.Sent.customer;
import static dev.relink.scenario.Sent.invoice;
import static dev.relink.scenario.Sent.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The app and QuickBooks were both full before Relink came: nothing is created or linked unseen. */
class FirstLinkStoryTest {

    private static final String HOLLIS = "Hollis, Margaret";

    private final Story story = Story.begins();

    private JsonNode firstLink(boolean open) {
        return Api.ADMIN.put(story.path("/first-link"), "{\"open\": %s}".formatted(open));
    }

    private JsonNode decides(String json) {
        return Api.ADMIN.post(story.path("/first-link/decisions"), json);
    }

    private List<String> waiting() {
        return Api.ADMIN
                .get(story.path("/first-link/matches"))
                .get("items")
                .valueStream()
                .map(one -> one.get("name").asString() + " = "
                        + one.at("/candidates/0/fullName").asString()
                        + (one.at("/candidates/0/exact").asBoolean() ? ", exact" : ""))
                .sorted()
                .toList();
    }

    private String state() {
        return Api.ADMIN.get(story.path("/first-link")).get("state").asString();
    }

    @Test
    void what_is_like_nothing_goes_and_what_could_match_waits_until_a_person_decides() {
        story.books().adds(HOLLIS);
        story.books().adds("Peter Tran");
        story.sends(
                item("prune", "Pruning"),
                customer("1", HOLLIS),
                customer("2", "Tran, Peter"),
                customer("3", "Nguyen, Thuy"),
                invoice("77", "1").line("a", "prune", "1", "50"));
        assertThat(firstLink(true).get("state").asString()).isEqualTo("reading");

        story.webConnectorRuns();
        assertThat(state()).isEqualTo("review");
        assertThat(waiting()).containsExactly("Hollis, Margaret = Hollis, Margaret, exact", "Tran, Peter = Peter Tran");
        assertThat(story.state("customer/3")).isEqualTo("synced");
        assertThat(story.pending())
                .containsExactly(
                        "awaiting-approval customer/1", "awaiting-approval customer/2", "waiting-on-parent invoice/77");
        assertThat(story.books().names("Customer")).containsExactlyInAnyOrder(HOLLIS, "Peter Tran", "Nguyen, Thuy");

        assertThat(decides("{\"decision\": \"accept\", \"exact\": true}")
                        .get("done")
                        .asInt())
                .isEqualTo(1);
        assertThat(decides("{\"decision\": \"create\", \"records\": [\"customer/2\"]}")
                        .get("done")
                        .asInt())
                .isEqualTo(1);
        story.webConnectorRuns().everythingIsSynced();
        assertThat(story.boundTo("customer/1"))
                .isEqualTo(story.books().customer(HOLLIS).listId());
        assertThat(story.books().names("Customer"))
                .containsExactlyInAnyOrder(HOLLIS, "Peter Tran", "Nguyen, Thuy", "Tran, Peter");
    }

    @Test
    void a_record_that_comes_while_it_is_open_waits_too() {
        story.books().adds(HOLLIS);
        firstLink(true);
        story.webConnectorRuns();
        assertThat(state()).as("nothing to match: it is over by itself").isEqualTo("done");
        firstLink(true);
        story.sends(customer("1", HOLLIS)).webConnectorRuns();
        assertThat(waiting()).containsExactly("Hollis, Margaret = Hollis, Margaret, exact");
        assertThat(story.pending()).containsExactly("awaiting-approval customer/1");
        decides("{\"decision\": \"ignore\", \"records\": [\"customer/1\"]}");
        assertThat(story.state("customer/1")).isEqualTo("skipped");
    }

    @Test
    void with_empty_books_everything_goes_in_the_first_run() {
        story.sends(customer("1", HOLLIS));
        firstLink(true);
        story.webConnectorRuns().everythingIsSynced();
        assertThat(state()).isEqualTo("done");
    }

    @Test
    void ended_without_a_decision_everything_goes_normally() {
        story.books().adds(HOLLIS);
        story.sends(customer("1", HOLLIS));
        firstLink(true);
        story.webConnectorRuns();
        firstLink(false);
        story.webConnectorRuns();
        assertThat(story.errors()).containsExactly("desktop:3100 customer/1");
    }

    @Test
    void quickbooks_own_values_may_be_kept() {
        story.books().adds(HOLLIS);
        story.sends(customer("1", HOLLIS).phone("555-0100"));
        firstLink(true);
        story.webConnectorRuns();
        decides("{\"decision\": \"accept\", \"exact\": true, \"keep\": \"quickbooks\"}");
        story.webConnectorRuns().everythingIsSynced();
        assertThat(story.books().field(story.boundTo("customer/1"), "Phone")).isNotEqualTo("555-0100");
    }
}
