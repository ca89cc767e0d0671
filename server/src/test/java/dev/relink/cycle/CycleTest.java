package dev.relink.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.simulator.desktop.books.Switches;
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
        assertThat(bench.boundTo("customer", "1"))
                .isEqualTo(bench.customer("Hollis, Margaret").listId());
    }

    @Test
    void children_go_out_in_the_same_run_as_soon_as_their_parent_is_bound() {
        bench.has("item", "i", "{\"name\":\"Pruning\",\"kind\":\"service\",\"incomeAccount\":{\"name\":\"Sales\"}}")
                .has("invoice", "10388", """
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
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\",\"phone\":\"555-0100\"}")
                .run();
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
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\"}")
                .run(answer -> answer.contains("CustomerAddRs") ? null : answer);
        assertThat(bench.customers()).hasSize(1);
        bench.run();
        assertThat(bench.stateOf("customer", "1")).as(bench.told() + bench.sent).isEqualTo("synced");
        assertThat(bench.customers()).hasSize(1);
    }

    @Test
    void a_record_that_somebody_has_open_is_tried_again_at_the_next_run() {
        bench.has("customer", "1", "{\"name\":\"Maple Court Condos\"}").run();
        String id = bench.customer("Maple Court Condos").listId();
        bench.bookkeeper().open(id);
        bench.has("customer", "1", "{\"name\":\"Maple Court Condos\",\"phone\":\"555-0100\"}")
                .run();
        assertThat(bench.errorOf("customer", "1")).contains("retrying");
        bench.bookkeeper().close(id);
        bench.run();
        assertThat(bench.stateOf("customer", "1")).isEqualTo("synced");
        assertThat(bench.errorOf("customer", "1")).isEqualTo("none");
    }

    @Test
    void a_write_that_never_reached_quickbooks_is_sent_again_after_two_empty_look_ups_apart() {
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\"}").runCutBeforeTheWrite();
        bench.run();
        assertThat(bench.stateOf("customer", "1")).as("not believed at once").isEqualTo("in-doubt");
        bench.clock.forward(Duration.ofMinutes(2));
        bench.run();
        assertThat(bench.stateOf("customer", "1")).as(bench.told()).isEqualTo("synced");
        assertThat(bench.customers()).hasSize(1);
    }

    @Test
    void a_change_whose_answer_was_lost_is_recognised_as_done() {
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\"}").run();
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\",\"phone\":\"555-0100\"}")
                .run(answer -> answer.contains("CustomerModRs") ? null : answer);
        bench.books.switches().messageSetKept = Duration.ZERO;
        bench.run();
        assertThat(bench.stateOf("customer", "1")).as(bench.told()).isEqualTo("synced");
    }

    @Test
    void another_field_changed_in_quickbooks_is_kept_and_the_apps_change_goes_through() {
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\",\"phone\":\"555-0100\"}")
                .run();
        String id = bench.boundTo("customer", "1");
        bench.bookkeeper().change(id, "Phone", "555-0199");
        bench.has(
                        "customer",
                        "1",
                        "{\"name\":\"Hollis, Margaret\",\"phone\":\"555-0100\",\"email\":\"m@hollis.example\"}")
                .run();
        assertThat(bench.stateOf("customer", "1")).as(bench.told()).isEqualTo("synced");
        assertThat(bench.bookkeeper().fields(id))
                .containsEntry("Phone", "555-0199")
                .containsEntry("Email", "m@hollis.example");
    }

    @Test
    void the_same_field_changed_on_both_sides_is_held_with_both() {
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\",\"phone\":\"555-0100\"}")
                .run();
        bench.bookkeeper().change(bench.boundTo("customer", "1"), "Phone", "555-0199");
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\",\"phone\":\"555-0142\"}")
                .run();
        assertThat(bench.errorOf("customer", "1")).startsWith("desktop:3200 open");
        assertThat(bench.jdbc
                        .sql("select found::text from sync_error")
                        .query(String.class)
                        .single())
                .contains("555-0142", "555-0199");
    }

    @Test
    void a_name_that_is_taken_is_held_with_the_record_that_has_it() {
        bench.bookkeeper().add("Vendor", "Greenleaf Nursery", java.util.Map.of());
        bench.has("customer", "1", "{\"name\":\"Greenleaf Nursery\"}").run();
        assertThat(bench.errorOf("customer", "1")).startsWith("desktop:3100 open");
        assertThat(bench.jdbc
                        .sql("select found::text from sync_error")
                        .query(String.class)
                        .single())
                .contains("vendor");
    }

    @Test
    void a_company_file_that_is_not_ours_gets_no_write() {
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\"}").run();
        var ours = bench.books;
        bench.openAnotherCompanyFile();
        bench.has("customer", "2", "{\"name\":\"Delgado, Ruben\"}").run();
        assertThat(bench.sent).isEmpty();
        assertThat(bench.jdbc
                        .sql("select stopped_because from connection")
                        .query(String.class)
                        .single())
                .isEqualTo("wrong-company-file");
        bench.books = ours;
        bench.run();
        assertThat(bench.stateOf("customer", "2")).as(bench.told()).isEqualTo("synced");
    }

    @Test
    void a_restored_company_file_gets_no_write() {
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\"}").run();
        var backup = bench.bookkeeper().snapshot();
        bench.has("customer", "2", "{\"name\":\"Delgado, Ruben\"}").run();
        bench.has("customer", "3", "{\"name\":\"Oakmont Apartments\"}").run();
        bench.has("customer", "4", "{\"name\":\"Elm Street Partners\"}").run();
        bench.bookkeeper().restore(backup);
        bench.has("customer", "5", "{\"name\":\"St. Brigid Parish\"}").run();
        assertThat(bench.customers()).hasSize(1);
        assertThat(bench.jdbc
                        .sql("select stopped_because from connection")
                        .query(String.class)
                        .single())
                .isEqualTo("restored-company-file");
    }

    @Test
    void the_app_deletes_an_invoice_and_it_is_voided() {
        bench.has("customer", "1", "{\"name\":\"Oakmont Apartments\"}")
                .has("invoice", "7", """
                        {"customer":"1","number":"7","date":"2026-11-20",
                         "lines":[{"item":{"name":"Tree care"},"quantity":"1","rate":"50","amount":"50"}]}
                        """)
                .run();
        assertThat(bench.errorOf("invoice", "7")).isEqualTo("none");
        bench.removes("invoice", "7").run();
        assertThat(bench.bookkeeper().fields(bench.boundTo("invoice", "7")).get("Subtotal"))
                .isEqualTo("0.00");
    }

    @Test
    void a_set_that_quickbooks_cannot_read_is_halved_until_the_poison_is_alone() {
        for (int i = 0; i < 20; i++) {
            bench.has("customer", "c" + i, "{\"name\":\"Customer %d\"}".formatted(i));
        }
        bench.poison = "<Name>Customer 13</Name>";
        bench.run();
        assertThat(bench.customers()).hasSize(19);
        assertThat(bench.errorOf("customer", "c13")).startsWith("hresult:0x80040400 open");
    }

    @Test
    void whose_books_are_open_is_asked_when_it_was_not_told() {
        bench.tellsItsBooks = false;
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\"}").run();
        assertThat(bench.stateOf("customer", "1")).as(bench.told()).isEqualTo("synced");
        bench.openAnotherCompanyFile();
        bench.has("customer", "2", "{\"name\":\"Delgado, Ruben\"}").run();
        assertThat(bench.sent).as("asked once, and nothing more").hasSize(1);
        assertThat(bench.customers()).isEmpty();
    }

    @Test
    void a_stored_error_with_a_record_of_ours_there_is_for_a_person() {
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\"}").run(CycleTest::asGeneralError);
        assertThat(bench.errorOf("customer", "1")).as(bench.told()).startsWith("desktop:relink-ambiguous open");
        assertThat(bench.customers()).hasSize(1);
    }

    private static String asGeneralError(String answer) {
        return answer.replaceAll(
                "<CustomerAddRs requestID=\"1\".*</CustomerAddRs>",
                "<CustomerAddRs requestID=\"1\" statusCode=\"1000\" statusSeverity=\"Error\" statusMessage=\"There has been an internal error.\"/>");
    }

    @Test
    void an_answer_that_quickbooks_could_not_store_is_an_answer() {
        bench.books.switches().failsToStoreNext = true;
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\"}").run();
        assertThat(bench.stateOf("customer", "1")).as(bench.told()).isEqualTo("synced");
    }

    @Test
    void a_set_that_quickbooks_never_saw_is_not_named_as_the_one_to_forget() {
        bench.books.switches().oldAndNew = Switches.OldAndNew.RUNS_IF_OLD_IS_KNOWN;
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\"}").runCutBeforeTheWrite();
        for (int run = 0; run < 3; run++) {
            bench.clock.forward(Duration.ofMinutes(2));
            bench.run();
        }
        assertThat(bench.stateOf("customer", "1")).as(bench.told()).isEqualTo("synced");
    }

    @Test
    void what_was_lost_and_renamed_before_it_was_looked_for_is_not_made_twice() {
        bench.books.switches().externalGuid = Switches.ExternalGuid.ACCEPTED_AND_LOST;
        bench.books.switches().failsToStoreNext = true;
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\",\"phone\":\"555-0100\"}")
                .run(answer -> answer.contains("CustomerAddRs") ? null : answer);
        bench.bookkeeper().rename(bench.customer("Hollis, Margaret").listId(), "Hollis Margaret Ann");
        for (int run = 0; run < 3; run++) {
            bench.clock.forward(Duration.ofMinutes(2));
            bench.run();
        }
        assertThat(bench.errorOf("customer", "1")).startsWith("desktop:relink-ambiguous open");
        assertThat(bench.customers()).hasSize(1);
    }
}
