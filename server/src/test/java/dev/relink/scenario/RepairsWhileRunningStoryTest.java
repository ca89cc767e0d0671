package dev.relink.scenario;

import static dev.relink.scenario.Sent.customer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.platform.Json;
import dev.relink.simulator.webconnector.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People press while the Web Connector is at work. */
class RepairsWhileRunningStoryTest {

    private static final int PEOPLE = 50;

    private final Story story = Story.begins();

    @Test
    void clear_id_pressed_while_the_web_connector_runs_never_doubles_anything() throws Exception {
        aCustomerIsDeletedInQuickBooks();
        Callable<JsonNode> press = pressClearId();
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<?> runs = threads.submit(() -> story.run());
            Future<?> presses = threads.submit(() -> atOnce(PEOPLE, press));
            runs.get();
            presses.get();
        }
        story.webConnectorRuns().everythingIsSynced();
        assertThat(story.books().list("Customer")).hasSize(1);
    }

    @Test
    void no_repair_is_done_to_a_record_whose_write_is_out() throws Exception {
        aCustomerIsDeletedInQuickBooks();
        Callable<JsonNode> press = pressClearId();
        story.repairs("send-again", Map.of(), "customer/1");
        Visit visit = story.visitUntilOut("customer/1");
        for (JsonNode answer : atOnce(10, press)) {
            assertThat(answer.get("accepted").asInt()).isZero();
            assertThat(answer.at("/items/0/reason").asString()).contains("not known yet");
        }
        visit.finish();
        story.clearsIds("customer/1").webConnectorRuns().everythingIsSynced();
        assertThat(story.books().list("Customer")).hasSize(1);
    }

    private void aCustomerIsDeletedInQuickBooks() {
        story.sends(customer("1", "Hollis, Margaret")).webConnectorRuns();
        story.books().deletes("Hollis, Margaret");
        story.sends(customer("1", "Hollis, Margaret").phone("555-0142")).webConnectorRuns();
        assertThat(story.errors()).containsExactly("desktop:3120 customer/1");
    }

    /** The same error, as all of them see it. */
    private Callable<JsonNode> pressClearId() {
        String body = Json.write(story.repair("clear-id", Map.of(), "customer/1"));
        return () -> Api.ADMIN.post(story.path("/repairs"), body);
    }

    private static List<JsonNode> atOnce(int people, Callable<JsonNode> press)
            throws InterruptedException, ExecutionException {
        var ready = new CountDownLatch(people);
        var answers = new ArrayList<JsonNode>();
        try (var threads = Executors.newFixedThreadPool(people)) {
            var pressed = new ArrayList<Future<JsonNode>>();
            for (int i = 0; i < people; i++) {
                pressed.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return press.call();
                }));
            }
            for (Future<JsonNode> one : pressed) {
                answers.add(one.get());
            }
        }
        return answers;
    }
}
