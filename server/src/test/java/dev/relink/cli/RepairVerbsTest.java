package dev.relink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepairVerbsTest {

    private final BrokenLinks willow = new BrokenLinks("ash", "birch");
    private final Terminal terminal = willow.terminal;

    @Test
    void the_ids_of_all_that_match_are_cleared_and_each_can_be_undone() {
        var cleared = terminal.does("clear-id", "--code", "3120", "--when-match-found", "ask");
        assertThat(cleared.out()).contains("accepted", "else you are asked", "./relink undo");
        assertThat(willow.state("ash")).isEqualTo("pending");
        assertThat(terminal.does("errors").out()).contains("There are no sync errors");

        String repair = cleared.last("accepted");
        assertThat(terminal.does("undo", repair).out()).startsWith("customer ");
        var again = terminal.run("undo", repair);
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).isNotBlank();
    }

    @Test
    void a_dry_run_changes_nothing() {
        var said = terminal.does("clear-id", willow.error("ash"), "--dry-run");
        assertThat(said.out()).contains("accepted", "nothing is changed");
        assertThat(willow.state("ash")).isEqualTo("held");
    }

    @Test
    void what_is_accepted_is_done_though_another_is_refused() {
        var said = terminal.run("clear-id", willow.error("ash"), "999999");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("accepted", "refused", "This sync error is gone");
        assertThat(said.err()).contains("1 of 2 refused.");
        assertThat(willow.state("ash")).isEqualTo("pending");
        assertThat(willow.state("birch")).isEqualTo("held");
    }

    @Test
    void verdicts_fit_the_terminal_and_are_whole() {
        var said = terminal.does("clear-id", willow.error("ash"), willow.error("birch"));
        assertThat(said.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Text.WIDTH));
        assertThat(said.out().replaceAll("\\s+", " ")).contains("created if not.");
    }

    @Test
    void json_is_the_answer_of_the_server() {
        var said = terminal.run("retry", willow.error("ash"), "999999", "--json");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.json().at("/accepted").asInt()).isEqualTo(1);
        assertThat(said.json().at("/items/1/verdict").asString()).isEqualTo("refused");
    }

    @Test
    void a_record_is_sent_again_relinked_or_skipped() {
        terminal.does("retry", willow.error("ash"));
        assertThat(willow.state("ash")).isEqualTo("pending");

        assertThat(terminal.does("relink", willow.error("birch"), "--to", "8000000A-1700000000")
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("Bound to 8000000A-1700000000");

        var other = new BrokenLinks("cedar");
        other.terminal.does("skip", "--type", "customer", "--reason", "moved away");
        assertThat(other.state("cedar")).isEqualTo("skipped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync-parent-first", "reactivate", "keep-app", "keep-quickbooks", "create-new"})
    void a_repair_that_does_not_help_is_refused_with_its_reason(String verb) {
        var said = terminal.run(verb, willow.error("ash"));
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out().replaceAll("\\s+", " ")).contains("refused", "does not help with desktop:3120");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync-parent-first", "reactivate", "keep-app", "keep-quickbooks", "create-new"})
    void a_repair_that_is_offered_is_done(String verb) {
        willow.sql("update sync_error set repairs = array['" + verb + "'] where company_id = :company");
        assertThat(terminal.does(verb, willow.error("ash")).out()).contains("accepted");
    }

    @Test
    void a_name_that_is_taken_is_changed_in_quickbooks_only() {
        var refused = terminal.run("rename", willow.error("ash"), "--name", "Ash:Jr");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out().replaceAll("\\s+", " ")).contains("cannot have a colon");

        willow.sql("update sync_error set repairs = '{rename}' where company_id = :company");
        assertThat(terminal.does("rename", willow.error("ash"), "--name", "Ash, Jr")
                        .out())
                .contains("“Ash, Jr”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clear-id", "retry 1 --code 3120", "relink 1", "rename --name x", "skip 1", "undo"})
    void words_that_are_missing_are_bad_usage(String words) {
        var said = terminal.run(words.split(" "));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("Usage: relink " + words.split(" ")[0]);
        assertThat(said.out()).isEmpty();
    }

    @Test
    void for_an_unknown_option_the_nearest_is_named() {
        var said = terminal.run("clear-id", "1", "--when-found", "ask");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--when-match-found");
    }

    @Test
    void an_answer_to_a_match_that_does_not_exist_is_refused_by_name() {
        var said = terminal.run("clear-id", willow.error("ash"), "--when-match-found", "perhaps");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("/whenMatchFound", "relink, ask or create");
    }
}
