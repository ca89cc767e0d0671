package dev.relink.simulator.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relink.simulator.desktop.books.Switches.AfterDeath;
import dev.relink.simulator.desktop.books.Switches.OldAndNew;
import dev.relink.simulator.desktop.qbxml.Element;
import org.junit.jupiter.api.Test;

class MessageSetRecoveryTest {
    private final Practice practice = new Practice();

    @Test
    void the_same_bytes_again_give_the_same_answer_and_no_second_customer() throws RequestRefused {
        String set = writing("S1", "Anna");
        String first = practice.session.process(set);
        assertThat(practice.session.process(set)).isEqualTo(first);
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void other_bytes_under_the_same_id_answer_9001_and_do_nothing() {
        practice.messages(writing("S1", "Anna"));
        assertThat(setStatus(writing("S1", "Berta"))).isEqualTo("9001");
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void a_check_returns_the_stored_answer_and_never_runs_anything() {
        Element answer = practice.messages(writing("S1", "Anna"));
        Element check = practice.messages(Practice.set(ids("S1", "S1"), ""));
        assertThat(check.attribute("messageSetStatusCode")).isEqualTo("0");
        assertThat(check.toString()).isEqualTo(answer.toString());
        assertThat(setStatus(Practice.set(ids("S0", "S0"), ""))).isEqualTo("600");
    }

    @Test
    void old_alone_clears_and_is_unknown_afterwards() {
        practice.messages(writing("S1", "Anna"));
        assertThat(setStatus(Practice.set("onError=\"stopOnError\" oldMessageSetID=\"S1\"", "")))
                .isEqualTo("0");
        assertThat(setStatus(Practice.set("onError=\"stopOnError\" oldMessageSetID=\"S1\"", "")))
                .isEqualTo("600");
    }

    @Test
    void one_slot_forgets_the_set_before_and_two_slots_do_not() {
        practice.messages(writing("S1", "Anna"));
        practice.messages(writing("S2", "Berta"));
        assertThat(setStatus(Practice.set(ids("S1", "S1"), ""))).isEqualTo("600");
        practice.file.switches().messageSetSlots = 2;
        practice.messages(writing("S3", "Carla"));
        assertThat(setStatus(Practice.set(ids("S2", "S2"), ""))).isEqualTo("0");
    }

    @Test
    void an_id_of_25_characters_answers_9004() {
        assertThat(setStatus(writing("S".repeat(25), "Anna"))).isEqualTo("9004");
        assertThat(customers()).isZero();
    }

    @Test
    void an_answer_that_is_not_stored_says_9005_and_later_9002() {
        practice.file.switches().failsToStoreNext = true;
        assertThat(setStatus(writing("S1", "Anna"))).isEqualTo("9005");
        assertThat(setStatus(writing("S1", "Anna"))).isEqualTo("9002");
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void old_and_new_together_clear_run_or_refuse_as_the_switch_says() {
        practice.messages(writing("S1", "Anna"));
        practice.file.switches().messageSetSlots = 9;
        assertThat(setStatus(chained("S1", "S2", "Berta"))).isEqualTo("0");
        assertThat(setStatus(Practice.set(ids("S1", "S1"), ""))).isEqualTo("600");
        practice.file.switches().oldAndNew = OldAndNew.IGNORES_OLD;
        assertThat(setStatus(chained("S2", "S3", "Carla"))).isEqualTo("0");
        assertThat(setStatus(Practice.set(ids("S2", "S2"), ""))).isEqualTo("0");
        practice.file.switches().oldAndNew = OldAndNew.RUNS_IF_OLD_IS_KNOWN;
        assertThat(setStatus(chained("S9", "S4", "Dora"))).isEqualTo("600");
        assertThat(customers()).isEqualTo(3);
    }

    @Test
    void a_death_in_the_middle_leaves_what_was_done_and_the_memory_that_the_switch_says() {
        practice.file.switches().afterDeath = AfterDeath.ANSWERS_SO_FAR;
        practice.file.switches().diesAfterRequests = 1;
        String set = Practice.set(
                "onError=\"continueOnError\" newMessageSetID=\"S1\"",
                Practice.customerAdd("Anna") + Practice.customerAdd("Berta"));
        assertThatThrownBy(() -> practice.session.process(set))
                .isInstanceOfSatisfying(
                        RequestRefused.class, e -> assertThat(e.hresult()).isEqualTo("0x80010105"));
        assertThat(customers()).isEqualTo(1);
        assertThat(practice.messages(Practice.set(ids("S1", "S1"), "")).children())
                .hasSize(1);
        practice.file.switches().afterDeath = AfterDeath.ID_ONLY;
        practice.file.switches().diesAfterRequests = 0;
        assertThatThrownBy(() -> practice.session.process(writing("S2", "Carla")))
                .isInstanceOf(RequestRefused.class);
        assertThat(setStatus(Practice.set(ids("S2", "S2"), ""))).isEqualTo("9002");
    }

    @Test
    void a_memory_is_one_applications_own() {
        practice.messages(writing("S1", "Anna"));
        practice.session = practice.file.session(new Application("Other", "{0}", "{1}"));
        assertThat(setStatus(Practice.set(ids("S1", "S1"), ""))).isEqualTo("600");
    }

    private String setStatus(String set) {
        return String.valueOf(practice.messages(set).attribute("messageSetStatusCode"));
    }

    private int customers() {
        return practice.bookkeeper.list("Customer", "", 0, 99).total();
    }

    private static String ids(String oldId, String newId) {
        return "onError=\"stopOnError\" newMessageSetID=\"" + newId + "\" oldMessageSetID=\"" + oldId + "\"";
    }

    private static String writing(String id, String name) {
        return Practice.set("onError=\"continueOnError\" newMessageSetID=\"" + id + "\"", Practice.customerAdd(name));
    }

    private static String chained(String oldId, String newId, String name) {
        return Practice.set(ids(oldId, newId), Practice.customerAdd(name));
    }
}
