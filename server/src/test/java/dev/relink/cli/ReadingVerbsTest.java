package dev.relink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingVerbsTest {

    private final BrokenLinks willow = new BrokenLinks("ash", "birch");
    private final Terminal terminal = willow.terminal;

    @ParameterizedTest
    @ValueSource(strings = {"status", "records", "pending", "errors", "bindings", "history", "companies", "tokens"})
    void what_is_read_fits_the_terminal(String verb) {
        assertThat(terminal.does(verb).out().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Text.WIDTH));
    }

    @Test
    void a_status_tells_what_there_is_to_do() {
        assertThat(terminal.does("status").out())
                .contains("Willow & Sons", "has not been heard of yet", "2 (./relink errors)")
                .contains("Nothing is sent until the link works.");

        willow.sql("update connection set state = 'working', last_seen = now() where company_id = :company");
        assertThat(terminal.does("status").out()).contains("Working", "need you");

        willow.sql("delete from sync_error where company_id = :company");
        willow.sql("delete from pending_sync where company_id = :company");
        assertThat(terminal.does("status").out()).contains("Everything is in step.");
    }

    @Test
    void an_error_tells_what_to_do_and_what_may_be_the_same() {
        willow.sql("""
                insert into quickbooks_entry (company_id, list, quickbooks_id, full_name, read_at)
                values (:company, 'customer', '80000001-1700000000', 'Ash', now())
                """);
        assertThat(terminal.does("errors", willow.error("ash")).out())
                .contains("desktop:3120", "Problem", "Fix", "clear-id", "80000001-1700000000", "Object \"OLD\"");
        assertThat(terminal.run("errors", "999999").err()).contains("There is no sync error 999999");
    }

    @Test
    void errors_are_sought_by_code_type_kind_and_text() {
        assertThat(terminal.does("errors", "--code", "3120", "--type", "customer", "--q", "birch")
                        .out())
                .contains("birch")
                .doesNotContain("ash");
        assertThat(terminal.does("errors", "--family", "limit").out()).contains("No sync error is like that.");
    }

    @Test
    void a_long_list_is_told_in_parts_or_whole() {
        assertThat(terminal.does("records", "--limit", "1").out()).contains("ash", "1 of 2. --all shows all of them.");
        var all = terminal.does("records", "--all", "--json");
        assertThat(all.json().at("/items")).hasSize(2);
        assertThat(all.json().at("/total").asInt()).isEqualTo(2);

        terminal.typing("""
                        {"type":"customer","id":"%s","record":{"name":"%<s"}}
                        """.formatted("oak") + many(600)).does("records", "load", "-");
        assertThat(terminal.does("records", "customer", "--all").out().lines()).hasSize(1 + 2 + 1 + 600);
        assertThat(terminal.does("records", "--all", "--json").json().at("/items"))
                .hasSize(603);
    }

    private static String many(int records) {
        var lines = new StringBuilder();
        for (int i = 0; i < records; i++) {
            lines.append("{\"type\":\"customer\",\"id\":\"n%d\",\"record\":{\"name\":\"Number %<d\"}}\n".formatted(i));
        }
        return lines.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "'records --state gone', state is",
        "'pending --state gone', state is",
        "'errors --limit 501', 1 to 500",
        "'bindings --limit none', 1 to 500",
        "'history --limit 0', 1 to 500",
        "'records customer none', There is no customer",
        "'companies --limit 0', 1 to 500",
        "'companies qwc nowhere', nowhere",
        "'bindings export --company nowhere', nowhere"
    })
    void what_cannot_be_read_is_refused_in_words(String words, String why) {
        var said = terminal.run(words.split(" "));
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains(why);
    }

    @Test
    void an_empty_list_says_what_that_means() {
        var empty = new BrokenLinks().terminal;
        assertThat(empty.does("records").out()).contains("The app has sent no record yet.");
        assertThat(empty.does("pending").out()).contains("QuickBooks was told everything.");
        assertThat(empty.does("errors").out()).contains("nothing is held");
        assertThat(empty.does("bindings").out()).contains("No record is bound yet.");
        assertThat(empty.does("history").out()).contains("Nothing has happened yet.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "records", "pending", "errors", "bindings", "history", "companies", "tokens"})
    void json_is_for_programs(String verb) {
        assertThat(terminal.does(verb, "--json").json().isObject()).isTrue();
    }

    @Test
    void a_name_cannot_steer_the_terminal() {
        willow.sql("update record set name = E'\\x1b[2Jash\\nbirch' where company_id = :company and record_id = 'ash'");
        assertThat(terminal.does("records").out()).doesNotContain("\u001b").contains("[2Jash birch");
    }
}
