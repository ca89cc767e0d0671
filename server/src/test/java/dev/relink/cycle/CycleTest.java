package dev.relink.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CycleTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_new_customer_is_created_and_bound() {
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\"}").run();
        assertThat(bench.stateOf("customer", "1")).as(bench.told()).isEqualTo("synced");
        assertThat(bench.boundTo("customer", "1")).isEqualTo(bench.customer("Hollis, Margaret").listId());
    }

    @Test
    void children_go_out_in_the_same_run_as_soon_as_their_parent_is_bound() {
        bench.has("item", "i", "{\"name\":\"Pruning\",\"kind\":\"service\",\"incomeAccount\":{\"name\":\"Sales\"}}")
                .has(
                        "invoice",
                        "10388",
                        """
                        {"customer":"1","number":"10388","date":"2026-11-20",
                         "lines":[{"id":"a","item":"i","quantity":"2","rate":"50","amount":"100"}]}
                        """)
                .has("payment", "p", """
                        {"customer":"1","date":"2026-11-21","amount":"100","appliedTo":[{"invoice":"10388","amount":"100"}]}
                        """)
                .has("customer", "1", "{\"name\":\"Oakmont Apartments\"}");
        assertThat(bench.stateOf("invoice", "10388")).isEqualTo("waiting-on-parent");
        bench.run();
        assertThat(bench.errorOf("invoice", "10388")).isEqualTo("none");
        assertThat(bench.errorOf("payment", "p")).isEqualTo("none");
        assertThat(bench.stateOf("payment", "p")).isEqualTo("synced");
        assertThat(bench.bookkeeper().transactions("Invoice", "", 0, 10).rows()).hasSize(1);
    }

    @Test
    void a_deleted_customer_gives_3120_when_it_is_sent_again() {
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\"}").run();
        bench.bookkeeper().delete(bench.customer("Hollis, Margaret").listId());
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\",\"phone\":\"555-0100\"}").run();
        assertThat(bench.errorOf("customer", "1")).startsWith("desktop:3120 open");
        assertThat(bench.stateOf("customer", "1")).isEqualTo("held");
    }

    @Test
    void a_deleted_customer_is_found_by_reading_before_a_send_fails() {
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\"}").run();
        bench.bookkeeper().delete(bench.customer("Hollis, Margaret").listId());
        bench.clock.forward(Duration.ofMinutes(15));
        bench.run();
        assertThat(bench.errorOf("customer", "1")).startsWith("desktop:3120 open QuickBooks lists");
    }

    @Test
    void a_lost_answer_after_commit_doubles_nothing() {
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\"}").run(answer -> answer.contains("CustomerAddRs") ? null : answer);
        assertThat(bench.customers()).hasSize(1);
        bench.run();
        assertThat(bench.stateOf("customer", "1")).isEqualTo("synced");
        assertThat(bench.customers()).hasSize(1);
    }

    @Test
    void a_record_that_somebody_has_open_is_tried_again_at_the_next_run() {
        bench.has("customer", "1", "{\"name\":\"Maple Court Condos\"}").run();
        String id = bench.customer("Maple Court Condos").listId();
        bench.bookkeeper().open(id);
        bench.has("customer", "1", "{\"name\":\"Maple Court Condos\",\"phone\":\"555-0100\"}").run();
        assertThat(bench.errorOf("customer", "1")).contains("retrying");
        bench.bookkeeper().close(id);
        bench.run();
        assertThat(bench.stateOf("customer", "1")).isEqualTo("synced");
        assertThat(bench.errorOf("customer", "1")).isEqualTo("none");
    }
}
