package dev.relink.scenario;

import static dev.relink.scenario.Sent.customer;
import static dev.relink.scenario.Sent.invoice;
import static dev.relink.scenario.Sent.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import dev.relink.simulator.desktop.books.Feature;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What QuickBooks would refuse is not sent: it waits with the reason, and goes by itself when the reason is gone. */
class PreflightStoryTest {

    private final Story story = Story.begins();

    @BeforeEach
    void the_lists_of_quickbooks_are_read() {
        story.books().bookkeeper().setFeature(Feature.CLASS_TRACKING, true);
        story.books().bookkeeper().add("Class", "Crew A", Map.of());
        story.sends(customer("1", "Hollis, Margaret"), item("prune", "Pruning"))
                .webConnectorRuns()
                .everythingIsSynced();
        story.minutesPass();
    }

    private static Sent withClass(String id) {
        return invoice(id, "1").with("class", Map.of("name", "Crew A")).line("a", "prune", "2", "50");
    }

    private Map<String, Long> made() {
        return RunningRelink.shared()
                .jdbc()
                .sql(
                        "select type || '/' || record_id as record, count(*) as n from attempt where company_id = ? group by 1")
                .param(story.company)
                .query(rows -> {
                    var made = new java.util.HashMap<String, Long>();
                    while (rows.next()) {
                        made.put(rows.getString(1), rows.getLong(2));
                    }
                    return made;
                });
    }

    @Test
    void a_record_with_a_class_waits_while_class_tracking_is_off_and_goes_by_itself_when_it_is_on() {
        story.books().bookkeeper().setFeature(Feature.CLASS_TRACKING, false);
        story.sends(withClass("10388"), invoice("10389", "1").line("a", "prune", "1", "50"))
                .webConnectorRuns();
        assertThat(story.books().transactions("Invoice")).hasSize(1);
        JsonNode error = story.record("invoice/10388").get("syncError");
        assertThat(error.at("/code").asString()).isEqualTo("desktop:3250");
        assertThat(error.at("/foreseen").asBoolean()).isTrue();
        assertThat(error.at("/problem").asString()).contains("class tracking").contains("not sent");
        assertThat(error.at("/fix").asString()).contains("Switch class tracking on");
        assertThat(error.at("/attempts").asInt()).isZero();
        assertThat(made()).doesNotContainKey("invoice/10388");

        story.minutesPass().webConnectorRuns();
        assertThat(made()).doesNotContainKey("invoice/10388");
        story.books().bookkeeper().setFeature(Feature.CLASS_TRACKING, true);
        story.minutesPass().webConnectorRuns().everythingIsSynced();
        assertThat(story.books().transactions("Invoice")).hasSize(2);
        assertThat(made()).containsEntry("invoice/10388", 1L);
    }

    @Test
    void a_person_can_have_it_tried_once_all_the_same() {
        story.books().bookkeeper().setFeature(Feature.CLASS_TRACKING, false);
        story.sends(withClass("10388")).webConnectorRuns();
        story.repairs("send-again", Map.of(), "invoice/10388").webConnectorRuns();
        assertThat(made()).containsEntry("invoice/10388", 1L);
        assertThat(story.error("invoice/10388").message()).startsWith("This feature is not enabled");
        assertThat(story.record("invoice/10388").at("/syncError/foreseen").asBoolean())
                .isFalse();
    }

    @Test
    void an_item_whose_account_is_missing_waits_with_its_invoices_and_all_go_when_the_account_is_made() {
        story.sends(
                        item("mulch", "Mulch").with("incomeAccount", Map.of("name", "Landscaping income")),
                        invoice("10388", "1").line("a", "mulch", "3", "40"),
                        invoice("10389", "1").line("a", "mulch", "1", "40"))
                .webConnectorRuns();
        Story.Trouble trouble = story.error("item/mulch");
        assertThat(trouble.code()).isEqualTo("desktop:3140");
        assertThat(trouble.message()).contains("no account \"Landscaping income\"");
        assertThat(trouble.blocks()).isEqualTo(2);
        assertThat(story.pending())
                .containsExactly(
                        "held item/mulch", "waiting-on-parent invoice/10388", "waiting-on-parent invoice/10389");
        assertThat(made()).doesNotContainKey("item/mulch");

        story.books().bookkeeper().add("Account", "Landscaping income", Map.of("AccountType", "Income"));
        story.minutesPass().webConnectorRuns().everythingIsSynced();
        assertThat(story.books().invoice("10388").total()).isEqualByComparingTo("120");
    }

    @Test
    void an_account_that_was_made_a_moment_ago_is_found_before_anything_is_held_against_a_record() {
        story.books().bookkeeper().add("Account", "Landscaping income", Map.of("AccountType", "Income"));
        RunningRelink.shared()
                .jdbc()
                .sql("update connection set next_read_at = now() + interval '1 hour' where company_id = ?")
                .param(story.company)
                .update();
        story.sends(item("mulch", "Mulch").with("incomeAccount", Map.of("name", "Landscaping income")))
                .webConnectorRuns()
                .everythingIsSynced();
        assertThat(made()).containsEntry("item/mulch", 1L);
        assertThat(story.told()).doesNotContain("foreseen");
    }

    @Test
    void a_record_that_lacks_two_things_waits_for_both() {
        story.books().bookkeeper().setFeature(Feature.CLASS_TRACKING, false);
        story.sends(withClass("10388").with("terms", Map.of("name", "Net 45"))).webConnectorRuns();
        assertThat(story.error("invoice/10388").code()).isEqualTo("desktop:3250");
        story.books().bookkeeper().setFeature(Feature.CLASS_TRACKING, true);
        story.minutesPass().webConnectorRuns();
        assertThat(story.error("invoice/10388").message()).contains("Net 45");
        story.books().bookkeeper().add("StandardTerms", "Net 45", Map.of("StdDueDays", "45"));
        story.minutesPass().webConnectorRuns().everythingIsSynced();
    }

    @Test
    void a_change_in_the_app_sets_a_foreseen_record_free() {
        story.sends(item("mulch", "Mulch").with("incomeAccount", Map.of("name", "Sails")))
                .webConnectorRuns();
        assertThat(story.errors()).containsExactly("desktop:3140 item/mulch");
        story.sends(item("mulch", "Mulch")).webConnectorRuns().everythingIsSynced();
    }

    @Test
    void one_refused_right_is_enough_for_all_of_the_kind_and_one_try_sets_all_free() {
        story.books().bookkeeper().permit("Invoice", false, true);
        List<Sent> invoices = IntStream.range(0, 120)
                .mapToObj(n -> invoice("n" + n, "1").line("a", "prune", "1", "50"))
                .toList();
        story.streams(invoices).webConnectorRuns();
        int refused = made().size() - 2;
        assertThat(refused).isLessThan(120);
        assertThat(story.troubles())
                .hasSize(120)
                .allMatch(trouble -> trouble.code().equals("desktop:3260"));

        story.minutesPass().webConnectorRuns();
        assertThat(made()).as("nothing is tried again so soon").hasSize(refused + 2);
        story.books().bookkeeper().permit("Invoice", true, true);
        RunningRelink.shared()
                .jdbc()
                .sql("update lack set since = since - interval '20 minutes' where company_id = ?")
                .param(story.company)
                .update();
        story.minutesPass().webConnectorRuns().everythingIsSynced();
        assertThat(story.books().transactions("Invoice")).hasSize(120);
    }
}
