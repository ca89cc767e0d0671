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

    @Test
    void clear_id_leaves_an_old_id_to_the_record_that_has_it_now() {
        bench.has("customer", "2", "{\"name\":\"Delgado, Ruben\"}")
                .has("customer", "3", "{\"name\":\"Okafor, Ada\"}")
                .run();
        String id = bench.boundTo("customer", "2");
        bench.repairs(CLEAR_ID, new RecordKey("customer", "2"));
        bench.jdbc
                .sql("update binding set quickbooks_id = :id where record_id = '3'")
                .param("id", id)
                .update();
        bench.run();
        assertThat(bench.boundTo("customer", "3")).as(bench.told()).isEqualTo(id);
        assertThat(bench.stateOf("customer", "2")).as(bench.told()).isEqualTo("held");
        assertThat(bench.customers()).hasSize(2);
    }

    /** Refused for its stale token; then its link is cleared before it is read again. */
    @Test
    void a_stale_token_whose_link_is_gone_meanwhile_is_looked_for_and_not_made_twice() {
        bench.has("customer", "2", "{\"name\":\"Delgado, Ruben\"}").run();
        String id = bench.boundTo("customer", "2");
        bench.has("customer", "2", "{\"name\":\"Delgado, Ruben\",\"phone\":\"555-0100\"}");
        bench.jdbc
                .sql("update pending_sync set mode = 'read-again', tries = 1 where record_id = '2'")
                .update();
        bench.jdbc.sql("delete from binding where record_id = '2'").update();
        bench.run();
        assertThat(bench.stateOf("customer", "2")).as(bench.told()).isEqualTo("synced");
        assertThat(bench.boundTo("customer", "2")).isEqualTo(id);
        assertThat(bench.customers()).hasSize(1);
    }

    @Test
    void a_record_that_must_travel_in_small_company_keeps_its_set_small() {
        for (int i = 0; i < 6; i++) {
            bench.has("customer", "c" + i, "{\"name\":\"Customer %d\"}".formatted(i));
        }
        bench.jdbc
                .sql("update pending_sync set batch_limit = 2 where record_id = 'c3'")
                .update();
        bench.run();
        assertThat(bench.sent.stream()
                        .filter(set -> set.contains("<CustomerAddRq"))
                        .map(set -> set.split("<CustomerAddRq").length - 1))
                .containsExactly(3, 2, 1);
        assertThat(bench.stateOf("customer", "c5")).as(bench.told()).isEqualTo("synced");
    }

    // ---- parents

    /** It was made and deleted since: only an administrator may have it made anew. */
    @Test
    void sync_parent_first_does_not_make_a_parent_that_somebody_must_decide_about() {
        bench.has("customer", "9", "{\"name\":\"Okafor, Ada\"}")
                .run(answer -> answer.contains("CustomerAddRs") ? null : answer);
        bench.bookkeeper().delete(bench.customer("Okafor, Ada").listId());
        bench.run();
        assertThat(bench.errorOf("customer", "9")).as(bench.told()).startsWith("desktop:relink-deleted-since open");
        bench.has("invoice", "7", INVOICE_OF_9);
        var refused = bench.repairs(new Repair.SyncParentFirst(), new RecordKey("invoice", "7"))
                .getFirst();
        assertThat(refused.accepted()).isFalse();
        assertThat(refused.effect()).contains("Okafor, Ada (desktop:relink-deleted-since) is held");
        bench.run();
        assertThat(bench.customers()).isEmpty();
    }

    @Test
    void sync_parent_first_sends_a_parent_that_was_skipped() {
        bench.has("customer", "9", "{\"name\":\"Okafor, Ada\"}");
        bench.repairs(new Repair.Skip("later"), new RecordKey("customer", "9"));
        bench.has("invoice", "7", INVOICE_OF_9).run();
        assertThat(bench.stateOf("invoice", "7")).isEqualTo("waiting-on-parent");
        assertThat(accepted(bench.repairs(new Repair.SyncParentFirst(), new RecordKey("invoice", "7"))))
                .isTrue();
        bench.run();
        assertThat(bench.stateOf("customer", "9")).as(bench.told()).isEqualTo("synced");
        assertThat(bench.stateOf("invoice", "7")).as(bench.told()).isEqualTo("synced");
    }

    private static final String INVOICE_OF_9 = """
            {"customer":"9","number":"7","date":"2026-11-20",
             "lines":[{"item":{"name":"Tree care"},"quantity":"1","rate":"50","amount":"50"}]}
            """;

    // ---- records that the app has deleted

    @Test
    void clear_id_of_what_the_app_has_deleted_finds_it_in_order_to_remove_it() {
        bench.has("customer", "2", "{\"name\":\"Delgado, Ruben\"}").run();
        bench.removes("customer", "2");
        assertThat(accepted(bench.repairs(CLEAR_ID, new RecordKey("customer", "2"))))
                .isTrue();
        bench.run();
        assertThat(bench.customer("Delgado, Ruben").active()).as(bench.told()).isFalse();
        assertThat(bench.customers()).hasSize(1);
    }

    @Test
    void clear_id_of_what_both_sides_have_deleted_creates_nothing() {
        bench.has("customer", "2", "{\"name\":\"Delgado, Ruben\"}").run();
        bench.bookkeeper().delete(bench.customer("Delgado, Ruben").listId());
        bench.removes("customer", "2");
        bench.repairs(CLEAR_ID, new RecordKey("customer", "2"));
        bench.run();
        assertThat(bench.stateOf("customer", "2")).as(bench.told()).isEqualTo("nothing");
        assertThat(bench.customers()).isEmpty();
    }

    @Test
    void relinked_it_is_removed_there_and_create_new_is_not_for_it() {
        bench.has("customer", "2", "{\"name\":\"Delgado, Ruben\"}").run();
        bench.bookkeeper().delete(bench.customer("Delgado, Ruben").listId());
        String other =
                bench.bookkeeper().add("Customer", "Delgado, R.", Map.of()).listId();
        bench.removes("customer", "2");
        assertThat(accepted(bench.repairs(new Repair.CreateNew(), new RecordKey("customer", "2"))))
                .isFalse();
        bench.repairs(new Repair.Relink(other), new RecordKey("customer", "2"));
        bench.run();
        assertThat(bench.customer("Delgado, R.").active()).as(bench.told()).isFalse();
        assertThat(bench.customers()).hasSize(1);
    }

    private static boolean accepted(List<Repairs.Verdict> verdicts) {
        return verdicts.stream().allMatch(Repairs.Verdict::accepted);
    }

    @Test
    void what_the_app_deletes_after_clear_id_is_found_in_order_to_remove_it() {
        bench.has("customer", "2", "{\"name\":\"Oakmont Apartments\"}")
                .has("payment", "p", "{\"customer\":\"2\",\"date\":\"2026-11-21\",\"amount\":\"100\"}")
                .run();
        bench.repairs(new Repair.ClearId(WhenFound.RELINK), new RecordKey("payment", "p"));
        bench.deletes("payment", "p").run();
        assertThat(bench.bookkeeper().transactions("ReceivePayment", "", 0, 10).rows())
                .as(bench.told())
                .isEmpty();
    }
}
