package dev.relink.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.entity.RecordKey;
import dev.relink.pending.WhenFound;
import dev.relink.repair.Prospect;
import dev.relink.repair.Repair;
import dev.relink.repair.Repairs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepairTest {

    private static final RecordKey HOLLIS = new RecordKey("customer", "1");
    private static final Repair CLEAR_ID = new Repair.ClearId(WhenFound.RELINK);

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @BeforeEach
    void a_customer_is_deleted_in_quickbooks_and_found_out() {
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\",\"phone\":\"555-0100\"}")
                .run();
        bench.bookkeeper().delete(bench.customer("Hollis, Margaret").listId());
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\",\"phone\":\"555-0142\"}")
                .run();
        assertThat(bench.errorOf("customer", "1")).startsWith("desktop:3120 open");
    }

    @Test
    void clear_id_creates_it_anew_when_nothing_like_it_is_there_in_one_run_with_what_waited() {
        bench.has("invoice", "7", """
                {"customer":"1","number":"7","date":"2026-11-20",
                 "lines":[{"item":{"name":"Tree care"},"quantity":"1","rate":"50","amount":"50"}]}
                """);
        assertThat(bench.stateOf("invoice", "7")).isEqualTo("waiting-on-parent");
        assertThat(accepted(bench.repairs(CLEAR_ID, HOLLIS))).isTrue();
        assertThat(bench.errorOf("customer", "1")).isEqualTo("none");
        bench.run();
        assertThat(bench.stateOf("customer", "1")).as(bench.told()).isEqualTo("synced");
        assertThat(bench.stateOf("invoice", "7")).as(bench.told()).isEqualTo("synced");
        assertThat(bench.customers()).hasSize(1);
    }

    @Test
    void clear_id_relinks_to_one_that_was_typed_in_again_by_hand() {
        String twin =
                bench.bookkeeper().add("Customer", "Hollis, Margaret", Map.of()).listId();
        bench.repairs(CLEAR_ID, HOLLIS);
        bench.run();
        assertThat(bench.boundTo("customer", "1")).as(bench.told()).isEqualTo(twin);
        assertThat(bench.stateOf("customer", "1")).isEqualTo("synced");
        assertThat(bench.customers()).hasSize(1);
        assertThat(bench.bookkeeper().fields(twin)).containsEntry("Phone", "555-0142");
    }

    @Test
    void clear_id_asks_when_it_was_told_to() {
        bench.bookkeeper().add("Customer", "Hollis, Margaret", Map.of());
        bench.repairs(new Repair.ClearId(WhenFound.ASK), HOLLIS);
        bench.run();
        assertThat(bench.errorOf("customer", "1")).startsWith("desktop:relink-twin open");
        assertThat(bench.customers()).hasSize(1);
    }

    @Test
    void only_an_administrator_may_clear() {
        var verdict = bench.repairs
                .apply(Bench.ACME, CLEAR_ID, List.of(HOLLIS), new Repairs.By("Jan", true, false), false)
                .getFirst();
        assertThat(verdict.accepted()).isFalse();
        assertThat(verdict.effect()).contains("administrator");
        assertThat(bench.errorOf("customer", "1")).startsWith("desktop:3120");
    }

    @Test
    void a_dry_run_says_what_will_happen_and_changes_nothing() {
        var verdict = bench.repairs
                .apply(Bench.ACME, CLEAR_ID, List.of(HOLLIS), new Repairs.By("Priya", true, true), true)
                .getFirst();
        assertThat(verdict.accepted()).isTrue();
        assertThat(verdict.prospect()).isEqualTo(Prospect.GONE);
        assertThat(verdict.effect()).contains("Looked up once more, then created.");
        assertThat(verdict.repairId()).isNull();
        assertThat(bench.errorOf("customer", "1")).startsWith("desktop:3120");
    }

    @Test
    void what_was_merged_into_one_of_another_name_is_bound_to_that_and_never_made_twice() {
        String survivor = bench.bookkeeper()
                .add("Customer", "Hollis, M.", Map.of("Phone", "555-0142"))
                .listId();
        bench.clock.forward(Duration.ofHours(1));
        bench.run();
        var by = new Repairs.By("Priya", true, true);
        var verdict = bench.repairs
                .apply(Bench.ACME, CLEAR_ID, List.of(HOLLIS), by, true)
                .getFirst();
        assertThat(verdict.prospect()).as(bench.told()).isEqualTo(Prospect.LIKELY_TWIN);
        assertThat(verdict.effect()).isEqualTo("Relinked to Hollis, M., then updated.");
        bench.repairs(CLEAR_ID, HOLLIS);
        bench.run();
        assertThat(bench.boundTo("customer", "1")).as(bench.told()).isEqualTo(survivor);
        assertThat(bench.customers()).hasSize(1);
    }

    @Test
    void undo_puts_everything_back_until_something_was_sent() {
        String before = bench.boundTo("customer", "1");
        long repair = Objects.requireNonNull(
                bench.repairs(CLEAR_ID, HOLLIS).getFirst().repairId());
        bench.clock.forward(Duration.ofSeconds(5));
        var by = new Repairs.By("Priya", true, true);
        var undone = bench.transactions().execute(status -> bench.repairs.undo(Bench.ACME, repair, by));
        assertThat(undone.accepted()).as(undone.effect()).isTrue();
        assertThat(bench.boundTo("customer", "1")).isEqualTo(before);
        assertThat(bench.errorOf("customer", "1")).startsWith("desktop:3120 open");

        long again = Objects.requireNonNull(
                bench.repairs(CLEAR_ID, HOLLIS).getFirst().repairId());
        bench.run();
        var refused = bench.transactions().execute(status -> bench.repairs.undo(Bench.ACME, again, by));
        assertThat(refused.accepted()).isFalse();
        assertThat(bench.stateOf("customer", "1")).isEqualTo("synced");
    }

    @Test
    void it_is_refused_while_a_write_is_in_doubt() {
        bench.has("customer", "2", "{\"name\":\"Delgado, Ruben\"}").runCutBeforeTheWrite();
        var verdict = bench.repairs(CLEAR_ID, new RecordKey("customer", "2")).getFirst();
        assertThat(verdict.accepted()).isFalse();
    }

    @Test
    void relink_by_hand_is_checked_before_it_is_bound() {
        String other =
                bench.bookkeeper().add("Customer", "Hollis, M.", Map.of()).listId();
        bench.repairs(new Repair.Relink("80009999-1700000000"), HOLLIS);
        bench.run();
        assertThat(bench.errorOf("customer", "1")).startsWith("desktop:3120 open");
        bench.repairs(new Repair.Relink(other), HOLLIS);
        bench.run();
        assertThat(bench.boundTo("customer", "1")).as(bench.told()).isEqualTo(other);
        assertThat(bench.customer("Hollis, Margaret").listId()).isEqualTo(other);
    }

    @Test
    void a_clear_that_was_not_needed_binds_again_and_creates_nothing() {
        bench.has("customer", "2", "{\"name\":\"Delgado, Ruben\"}").run();
        String id = bench.boundTo("customer", "2");
        bench.jdbc.sql("update quickbooks_entry set read_at = 'epoch'").update();
        bench.repairs(CLEAR_ID, new RecordKey("customer", "2"));
        bench.run();
        assertThat(bench.boundTo("customer", "2")).isEqualTo(id);
        assertThat(bench.stateOf("customer", "2")).as(bench.told()).isEqualTo("synced");
        assertThat(bench.customers()).hasSize(1);
    }

    @Test
    void skipped_it_is_not_sent_and_undo_brings_it_back() {
        long repair = Objects.requireNonNull(bench.repairs(new Repair.Skip("closed account"), HOLLIS)
                .getFirst()
                .repairId());
        bench.run();
        assertThat(bench.errorOf("customer", "1")).isEqualTo("none");
        var by = new Repairs.By("Priya", true, true);
        bench.clock.forward(Duration.ofSeconds(5));
        var undone = bench.transactions().execute(status -> bench.repairs.undo(Bench.ACME, repair, by));
        assertThat(undone.accepted()).as(undone.effect()).isTrue();
        assertThat(bench.errorOf("customer", "1")).startsWith("desktop:3120 open");
    }

    @Test
    void renamed_it_goes_under_the_other_name_and_keeps_it() {
        bench.bookkeeper().add("Vendor", "Greenleaf Nursery", Map.of());
        bench.has("customer", "3", "{\"name\":\"Greenleaf Nursery\"}").run();
        bench.repairs(new Repair.Rename("Greenleaf Nursery (C)"), new RecordKey("customer", "3"));
        bench.run();
        assertThat(bench.stateOf("customer", "3")).as(bench.told()).isEqualTo("synced");
        bench.has("customer", "3", "{\"name\":\"Greenleaf Nursery\",\"phone\":\"555-0100\"}")
                .run();
        assertThat(bench.customer("Greenleaf Nursery (C)").active()).isTrue();
        assertThat(bench.stateOf("customer", "3")).as(bench.told()).isEqualTo("synced");
    }

    private static boolean accepted(List<Repairs.Verdict> verdicts) {
        return verdicts.stream().allMatch(Repairs.Verdict::accepted);
    }
}
