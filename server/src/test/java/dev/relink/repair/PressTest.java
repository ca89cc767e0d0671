package dev.relink.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import dev.relink.admin.ManyErrors;
import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.pending.WhenFound;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A repair of more records than one request may hold: on its pages, with its progress, its end and its undo. */
class PressTest {

    private static final RunningRelink RELINK = RunningRelink.shared();
    private static final CompanyId COMPANY = new CompanyId("pressed");
    private static final String PAGES = "/companies/pressed";
    private static final Repairs.By JAN = new Repairs.By("Jan Kowalski", true, true);
    private static final int MANY = 600;

    private final RunningRelink.Browser browser = RELINK.browser().asAdmin();

    @BeforeEach
    void fillTheBooks() {
        ManyErrors.make(RELINK.jdbc(), COMPANY.value(), MANY);
    }

    @Test
    void clear_id_of_hundreds_goes_part_by_part_ends_with_its_totals_and_is_undone_whole() throws Exception {
        HttpResponse<String> asked = browser.post(PAGES + "/errors", PAGES + "/errors/clear-id", clearAll(""));
        assertThat(asked.body()).contains("type <b>602</b> to confirm"); // with the two that are deleted in QuickBooks
        assertThat(browser.post(PAGES + "/errors", PAGES + "/errors/clear-id", clearAll("17"))
                        .body())
                .contains("Nothing was cleared: type 602, the number of records, to confirm.");
        var pressed = browser.post(PAGES + "/errors", PAGES + "/errors/clear-id", clearAll("602"));
        assertThat(pressed.statusCode()).isEqualTo(303);
        String end = end();
        assertThat(end)
                .contains("Clear ID for 605 records", "ID cleared for 602 records")
                .contains("Relinks 1, creates 1, looks up 600 first.")
                .contains("3 were not; the first: Refused:");
        assertThat(count("repair where undone_at is null and press is not null and company_id = 'pressed'"))
                .isEqualTo(602);
        assertThat(browser.get(address(end)).body()).contains("Not done", "Smith, John", "Pressed by");

        browser.post(PAGES, address(end) + "/undo", Map.of());
        assertThat(end()).contains("Undo for 602 records", "602 records are as before.");
        assertThat(count("sync_error where company_id = 'pressed' and state = 'open'"))
                .isEqualTo(605);
        browser.post(PAGES, address(end()) + "/seen", Map.of());
        assertThat(browser.get(PAGES + "/press").body()).doesNotContain("as before");
    }

    private static Map<String, String> clearAll(String typed) {
        return Map.of(
                "all", "yes", "sure", typed.isEmpty() ? "" : "yes", "understood", "yes", "typed", typed, "cause", "");
    }

    /** What is shown when it has ended; nobody but the press itself decides when that is. */
    private String end() throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            String shown = browser.get(PAGES + "/press").body();
            if (!shown.contains("<progress")) {
                return shown;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("It never ended");
    }

    private static String address(String shown) {
        return shown.replaceAll("(?s).*?(" + PAGES + "/presses/\\d+).*", "$1");
    }

    private static long count(String of) {
        return RELINK.jdbc().sql("select count(*) from " + of).query(Long.class).single();
    }

    @Test
    void while_one_is_under_way_another_is_refused_and_told_whose_it_is() {
        long press = underWay(0);
        var refused = browser.post(
                PAGES + "/errors", PAGES + "/errors/send-again", Map.of("all", "yes", "sure", "yes", "cause", ""));
        assertThat(refused.statusCode()).isEqualTo(303);
        String page = browser.get(PAGES + "/errors").body();
        assertThat(page)
                .contains("Clear ID for 600 records is under way (0 of 600), pressed by Jan Kowalski.")
                .contains("<progress", "0 of 600");
        assertThat(browser.get(PAGES + "/history").body()).contains("<progress");
        assertThat(browser.get(PAGES + "/counts").body()).contains("\"press\":" + press);
        RELINK.jdbc()
                .sql("update press set ended_at = now() where company_id = 'pressed'")
                .update();
        assertThat(browser.get(PAGES + "/errors").body())
                .as("the end of somebody else's")
                .doesNotContain("Clear ID for 600 records");
    }

    /** Begun by a server that died after some. */
    private static long underWay(int done) {
        List<RecordKey> keys = IntStream.rangeClosed(1, 600)
                .mapToObj(n -> new RecordKey("invoice", "i" + n))
                .toList();
        long press = RELINK.bean(PressRows.class)
                .add(
                        COMPANY,
                        "clear-id",
                        ToldRepair.json(new Repair.ClearId(WhenFound.RELINK)),
                        null,
                        keys,
                        JAN,
                        Instant.now())
                .orElseThrow();
        RELINK.jdbc()
                .sql("update press set done = :done where company_id = 'pressed' and id = :press")
                .param("done", done)
                .param("press", press)
                .update();
        return press;
    }

    @Test
    void what_a_server_that_died_has_left_is_taken_up_after_what_was_done() throws Exception {
        long press = underWay(250);
        RELINK.jdbc()
                .sql("update press set moved_at = now() - interval '1 minute' where company_id = 'pressed'")
                .update();
        RELINK.bean(DatabasePresses.class).takeUp();
        end();
        Press ended = RELINK.bean(Presses.class).find(COMPANY, press).orElseThrow();
        assertThat(ended.done()).isEqualTo(600);
        assertThat(ended.totals().accepted())
                .as("those before were done already")
                .isEqualTo(350);
        assertThat(Objects.requireNonNull(ended.ended())).isAfter(ended.started());
    }

    @Test
    void what_fails_three_times_says_how_far_it_came() {
        long press = underWay(250);
        var rows = RELINK.bean(PressProgress.class);
        for (int i = 1; i <= 3; i++) {
            assertThat(rows.failed(COMPANY, press, "The disk is full.", 3, Instant.now()))
                    .isEqualTo(i < 3);
        }
        RELINK.jdbc()
                .sql(
                        "update press set by = (select name from person where email = :email) where company_id = 'pressed'")
                .param("email", RunningRelink.ADMIN_EMAIL)
                .update();
        assertThat(browser.get(PAGES + "/press").body())
                .contains("Stopped after 250 of 600.", "The disk is full.", "press again for them");
    }
}
