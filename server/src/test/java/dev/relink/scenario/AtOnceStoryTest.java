package dev.relink.scenario;

import static dev.relink.scenario.Sent.customer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import dev.relink.platform.Json;
import dev.relink.tally.Recount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many hands on the same records, and many records in one hand. */
class AtOnceStoryTest {

    private static final int PEOPLE = 50;

    private final Story story = Story.begins();

    private void customersAreDeleted(int customers) {
        List<Sent> all = IntStream.rangeClosed(1, customers)
                .mapToObj(n -> customer("" + n, "Customer " + n))
                .toList();
        story.streams(all).webConnectorRuns();
        all.forEach(one -> story.books().deletes("Customer " + one.id()));
        story.streams(all.stream().map(one -> one.phone("555-0100")).toList()).webConnectorRuns();
        assertThat(story.troubles()).hasSize(customers);
    }

    @Test
    void fifty_people_press_the_same_clear_id_at_once_one_wins_and_the_others_are_told() throws Exception {
        customersAreDeleted(1);
        String body = Json.write(story.repair("clear-id", Map.of(), "customer/1"));
        List<JsonNode> verdicts = new ArrayList<>();
        var ready = new CountDownLatch(PEOPLE);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<JsonNode> press = () -> {
                ready.countDown();
                ready.await();
                return Api.ADMIN.post(story.path("/repairs"), body).at("/items/0");
            };
            for (var answer : people.invokeAll(
                    IntStream.range(0, PEOPLE).mapToObj(n -> press).toList())) {
                verdicts.add(answer.get());
            }
        }
        assertThat(verdicts)
                .filteredOn(one -> one.get("verdict").asString().equals("accepted"))
                .hasSize(1);
        assertThat(verdicts)
                .filteredOn(one -> one.get("verdict").asString().equals("refused"))
                .hasSize(PEOPLE - 1)
                .allMatch(one -> one.get("reason").asString().matches(".*(has done it already|is gone).*"));
        story.webConnectorRuns().everythingIsSynced();
        assertThat(story.books().names("Customer")).containsExactly("Customer 1");
        assertThat(Recount.differences(RunningRelink.shared().jdbc()))
                .as("numbers that are kept, in all that was tested so far")
                .isEmpty();
    }

    @Test
    void a_wrong_id_pasted_by_hand_becomes_an_error_and_the_old_binding_stays() {
        story.sends(customer("1", "Hollis, Margaret")).webConnectorRuns();
        String old = story.boundTo("customer/1");
        Api.ADMIN.put(story.path("/bindings/customer/1"), "{\"quickbooksId\": \"80000FFF-1700000000\"}");
        story.webConnectorRuns();
        assertThat(story.error("customer/1").message()).contains("80000FFF-1700000000");
        assertThat(story.boundTo("customer/1")).isEqualTo(old);
        story.books().adds("Hollis, Maggie");
        String other = story.books().customer("Hollis, Maggie").listId();
        Api.ADMIN.put(story.path("/bindings/customer/1"), "{\"quickbooksId\": \"%s\"}".formatted(other));
        story.webConnectorRuns();
        assertThat(story.boundTo("customer/1")).isEqualTo(other);
    }

    @Test
    void what_is_never_to_be_sent_stays_so_when_the_app_changes_it_until_that_is_undone() {
        customersAreDeleted(1);
        var body = story.repair("skip", Map.of("reason", "A test record"), "customer/1");
        body.put("never", true);
        JsonNode done = Api.ADMIN.post(story.path("/repairs"), Json.write(body)).at("/items/0");
        story.sends(customer("1", "Customer 1").phone("555-0101"));
        assertThat(story.state("customer/1")).isEqualTo("skipped");
        Api.ADMIN.post(
                story.path("/repairs/%s/undo".formatted(done.get("repair").asString())), "");
        assertThat(story.state("customer/1")).isEqualTo("held");
    }

    @Test
    void a_press_for_many_is_undone_for_all_of_them() {
        customersAreDeleted(30);
        JsonNode answer = Api.ADMIN.post(
                story.path("/repairs"),
                Json.write(Map.of("repair", "clear-id", "filter", Map.of("code", "desktop:3120"))));
        assertThat(answer.get("accepted").asInt()).isEqualTo(30);
        var browser = RunningRelink.shared().browser().asAdmin();
        browser.post(
                "/companies/" + story.company + "/errors",
                "/companies/" + story.company + "/repairs/"
                        + answer.at("/items/0/repair").asString() + "/undo",
                Map.of());
        assertThat(story.troubles()).hasSize(30);
        assertThat(story.boundTo("customer/7")).isNotEmpty();
    }
}
