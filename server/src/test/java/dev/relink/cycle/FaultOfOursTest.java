package dev.relink.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.entity.RecordKey;
import dev.relink.pending.WhenFound;
import dev.relink.repair.Repair;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Something of ours fails, or an answer cannot be taken: it stays one record's trouble, and no company stands still. */
class FaultOfOursTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_record_that_cannot_be_written_down_is_held_alone_and_found_again_instead_of_made_twice() {
        breaks("binding", "full_name <> 'Tran, Peter'");
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\"}")
                .has("customer", "2", "{\"name\":\"Tran, Peter\"}")
                .has("customer", "3", "{\"name\":\"Oakmont Apartments\"}")
                .run();
        assertThat(bench.stateOf("customer", "1")).as(bench.told()).isEqualTo("synced");
        assertThat(bench.stateOf("customer", "3")).isEqualTo("synced");
        assertThat(bench.errorOf("customer", "2"))
                .startsWith("desktop:relink-unsettled open")
                .containsPattern("that it was done, under the ID 8000.*reference [0-9a-f]{8}");

        bench.jdbc.sql("alter table binding drop constraint planted").update();
        bench.repairs(new Repair.SendAgain(), new RecordKey("customer", "2"));
        bench.run();
        assertThat(bench.stateOf("customer", "2")).as(bench.told()).isEqualTo("synced");
        assertThat(bench.customers()).hasSize(3);
    }

    @Test
    void so_is_a_record_whose_lost_write_was_found() {
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\"}")
                .has("customer", "2", "{\"name\":\"Tran, Peter\"}")
                .run(answer -> answer.contains("CustomerAddRs") ? null : answer);
        breaks("binding", "full_name <> 'Tran, Peter'");
        bench.run();
        assertThat(bench.stateOf("customer", "1")).as(bench.told()).isEqualTo("synced");
        assertThat(bench.errorOf("customer", "2")).startsWith("desktop:relink-unsettled open");
    }

    @Test
    void and_one_that_was_looked_up() {
        customers(3);
        bench.run();
        RecordKey[] all = keys(3);
        bench.repairs(new Repair.ClearId(WhenFound.RELINK), all);
        breaks("binding", "full_name <> 'Customer 1'");
        bench.run();
        assertThat(bench.stateOf("customer", "c0")).as(bench.told()).isEqualTo("synced");
        assertThat(bench.errorOf("customer", "c1")).startsWith("desktop:relink-unsettled open");
        assertThat(bench.stateOf("customer", "c2")).isEqualTo("synced");
        assertThat(bench.customers()).hasSize(3);
    }

    private void breaks(String table, String check) {
        bench.jdbc
                .sql("alter table %s add constraint planted check (%s) not valid".formatted(table, check))
                .update();
    }

    @Test
    void an_answer_that_we_fail_to_take_in_is_kept_and_what_it_was_for_is_looked_up() {
        breaks("attempt", "state <> 'done'");
        breaks("sync_error", "false");
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\"}").run();
        assertThat(bench.stateOf("customer", "1")).isEqualTo("in-doubt");
        assertThat(one("select response is not null from message_set where kind = 'write'"))
                .isEqualTo("t");
        assertThat(one("select problem_message from connection"))
                .containsPattern("Relink failed to take in an answer; .*reference [0-9a-f]{8}");

        bench.jdbc.sql("alter table attempt drop constraint planted").update();
        bench.jdbc.sql("alter table sync_error drop constraint planted").update();
        bench.run();
        assertThat(bench.stateOf("customer", "1")).as(bench.told()).isEqualTo("synced");
        assertThat(bench.customers()).hasSize(1);
    }

    @Test
    void what_quickbooks_had_stored_cannot_be_read_so_the_look_up_alone_decides() {
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\"}")
                .run(answer -> answer.contains("CustomerAddRs") ? null : answer);
        bench.run(answer -> isStatusCheck() ? "<QBXML><QBXMLMsgsRs" : answer);
        assertThat(bench.stateOf("customer", "1")).as(bench.told()).isEqualTo("synced");
        assertThat(bench.customers()).hasSize(1);
    }

    @Test
    void a_look_up_of_a_lost_write_that_quickbooks_refuses_is_halved_and_the_others_are_settled() {
        threeWritesAreLostAndOneCannotBeAskedAbout();
        bench.run();
        assertThat(bench.stateOf("customer", "c0")).as(bench.told()).isEqualTo("synced");
        assertThat(bench.stateOf("customer", "c1")).isEqualTo("in-doubt");
        assertThat(bench.stateOf("customer", "c2")).isEqualTo("synced");
        assertThat(bench.told()).contains("could not be asked about it in 1 run;");
    }

    @Test
    void after_three_runs_in_vain_a_person_decides_and_the_companys_writes_go_on() {
        threeWritesAreLostAndOneCannotBeAskedAbout();
        bench.has("customer", "new", "{\"name\":\"Oakmont Apartments\"}");
        bench.run().run();
        assertThat(bench.stateOf("customer", "new")).as("the doubt is open").isEqualTo("waiting");
        bench.run();
        assertThat(bench.errorOf("customer", "c1")).as(bench.told()).startsWith("desktop:relink-unanswerable open");
        assertThat(bench.stateOf("customer", "new")).isEqualTo("synced");

        String id = bench.customer("Customer 1").listId();
        bench.repairs(new Repair.Relink(id), new RecordKey("customer", "c1"));
        bench.run();
        assertThat(bench.boundTo("customer", "c1")).as(bench.told()).isEqualTo(id);
        assertThat(bench.customers()).hasSize(4);
    }

    private void threeWritesAreLostAndOneCannotBeAskedAbout() {
        customers(3);
        bench.run(answer -> answer.contains("CustomerAddRs") ? null : answer);
        bench.poison = "<FullName>Customer 1</FullName>";
    }

    @Test
    void a_look_up_whose_answers_are_never_readable_does_not_hold_the_company_for_ever() {
        customers(2);
        bench.run(answer -> answer.contains("CustomerAddRs") ? null : answer);
        bench.has("customer", "new", "{\"name\":\"Oakmont Apartments\"}");
        for (int i = 0; i < 3; i++) {
            bench.run(answer ->
                    answer.contains("CustomerQueryRs") && bench.sent.getLast().contains("<FullName>Customer")
                            ? "<QBXML><QBXMLMsgsRs"
                            : answer);
        }
        assertThat(bench.errorOf("customer", "c0")).as(bench.told()).startsWith("desktop:relink-unanswerable open");
        bench.run();
        assertThat(bench.stateOf("customer", "new")).as(bench.told()).isEqualTo("synced");
    }

    @Test
    void a_field_that_is_no_value_of_its_kind_does_not_cost_the_answer() {
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\"}")
                .run(answer -> answer.replace("<IsActive>true</IsActive>", "<IsActive>perhaps</IsActive>"));
        assertThat(bench.stateOf("customer", "1")).as(bench.told()).isEqualTo("synced");
        assertThat(bench.told()).contains("Left out of QuickBooks' answer", "IsActive is \"perhaps\"");
    }

    private boolean isStatusCheck() {
        return bench.sent.getLast().contains("oldMessageSetID")
                && !bench.sent.getLast().contains("Rq requestID");
    }

    @Test
    void a_look_up_that_quickbooks_cannot_read_is_halved_until_it_is_alone() {
        customers(9);
        bench.run();
        bench.repairs(new Repair.ClearId(WhenFound.RELINK), keys(9));
        bench.has("customer", "new", "{\"name\":\"Oakmont Apartments\"}");
        bench.poison = "<FullName>Customer 5</FullName>";
        bench.run();
        assertThat(bench.errorOf("customer", "c5")).as(bench.told()).startsWith("hresult:0x80040400 open");
        assertThat(IntStream.range(0, 9).filter(i -> i != 5).mapToObj(i -> bench.stateOf("customer", "c" + i)))
                .containsOnly("synced");
        assertThat(bench.stateOf("customer", "new")).isEqualTo("synced");
        assertThat(bench.customers()).hasSize(10);
    }

    private void customers(int count) {
        for (int i = 0; i < count; i++) {
            bench.has("customer", "c" + i, "{\"name\":\"Customer %d\"}".formatted(i));
        }
    }

    private static RecordKey[] keys(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new RecordKey("customer", "c" + i))
                .toArray(RecordKey[]::new);
    }

    // ---- what changes while an answer is on its way

    @Test
    void a_look_up_says_nothing_of_a_record_that_the_app_has_changed_since() {
        bench.has("customer", "1", "{\"name\":\"Oakmont Apartments\"}")
                .has("invoice", "i", invoice("7"))
                .run();
        bench.bookkeeper().delete(bench.boundTo("invoice", "i"));
        typesIn("8");
        bench.repairs(new Repair.ClearId(WhenFound.RELINK), new RecordKey("invoice", "i"));
        boolean[] changed = {false};
        bench.run(answer -> {
            if (!changed[0] && answer.contains("InvoiceQueryRs")) {
                changed[0] = true;
                bench.has("invoice", "i", invoice("8"));
            }
            return answer;
        });
        assertThat(bench.stateOf("invoice", "i")).as(bench.told()).isEqualTo("synced");
        assertThat(bench.bookkeeper().transactions("Invoice", "", 0, 10).rows())
                .as("number 7 was looked for, number 8 was there")
                .hasSize(1);
    }

    private static String invoice(String number) {
        return """
                {"customer":"1","number":"%s","date":"2026-11-20",
                 "lines":[{"item":{"name":"Tree care"},"quantity":"1","rate":"50","amount":"50"}]}
                """.formatted(number);
    }

    private void typesIn(String number) {
        bench.bookkeeper().enter("""
                <InvoiceAdd><CustomerRef><FullName>Oakmont Apartments</FullName></CustomerRef>
                <TxnDate>2026-11-20</TxnDate><RefNumber>%s</RefNumber>
                <InvoiceLineAdd><ItemRef><FullName>Tree care</FullName></ItemRef><Quantity>1</Quantity><Rate>50</Rate>
                </InvoiceLineAdd></InvoiceAdd>
                """.formatted(number));
    }

    @Test
    void what_changes_behind_the_page_that_is_read_is_read_the_next_time() {
        for (int i = 0; i < 250; i++) {
            bench.bookkeeper().add("Customer", "Customer %d".formatted(i), java.util.Map.of());
        }
        var began = bench.clock.instant();
        bench.run(answer -> {
            if (answer.contains("iteratorRemainingCount=\"50\"")) {
                bench.clock.forward(Duration.ofHours(1));
            }
            return answer;
        });
        assertThat(bench.jdbc
                        .sql("select read_to from read_progress where list = 'customer'")
                        .query(java.sql.Timestamp.class)
                        .single()
                        .toInstant())
                .isBefore(began);
    }

    private String one(String sql) {
        return bench.jdbc.sql(sql).query(String.class).single();
    }
}
