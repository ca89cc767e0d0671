package dev.relink.scenario;

import static dev.relink.scenario.Sent.customer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import dev.relink.connection.Health;
import dev.relink.simulator.desktop.CompanyFile;
import dev.relink.simulator.webconnector.Fault;
import dev.relink.simulator.webconnector.Faults;
import dev.relink.simulator.webconnector.Visit;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A broken connection is one trouble with one sentence, on one leg, and not an error of every record. */
class ConnectionStoryTest {

    private final Story story = Story.begins();
    private final RunningRelink relink = RunningRelink.shared();

    private JsonNode broken() {
        relink.bean(Health.class).flush();
        return Api.ADMIN.get(story.path("")).at("/health/0/broken");
    }

    private void is(String leg, String code) {
        assertThat(broken().at("/leg").asString()).isEqualTo(leg);
        assertThat(broken().at("/code").asString()).isEqualTo(code);
        assertThat(broken().at("/sentence").asString()).isNotBlank().doesNotContain("{");
        assertThat(broken().at("/fix").asString()).isNotBlank();
    }

    private void isWhole() {
        assertThat(broken().isNull()).as(broken().toString()).isTrue();
    }

    /** The pages on which it is told. */
    private List<String> pages() {
        var browser = relink.browser().asAdmin();
        return Stream.of("", "/errors", "/pending", "/connection")
                .map(page -> browser.get("/companies/" + story.company + page).body())
                .toList();
    }

    private static long banners(String page) {
        return Pattern.compile("<section class=\"trouble ")
                .matcher(page)
                .results()
                .count();
    }

    @Test
    void five_hundred_records_and_quickbooks_closed_are_one_banner_and_no_error_and_all_go_at_the_next_good_run() {
        story.sends(customer("0", "Hollis, Margaret")).webConnectorRuns();
        story.streams(IntStream.rangeClosed(1, 500)
                .mapToObj(n -> customer("c" + n, "Customer " + n))
                .toList());
        story.webConnectorRunsWith(Fault.QUICKBOOKS_CLOSED).webConnectorRunsWith(Fault.QUICKBOOKS_CLOSED);
        assertThat(story.errors()).isEmpty();
        assertThat(story.counts().at("/pending").asInt()).isEqualTo(500);
        is("quickbooks", "hresult:0x80040408");
        assertThat(pages()).allSatisfy(page -> {
            assertThat(banners(page)).isOne();
            assertThat(page)
                    .contains(
                            "could not start QuickBooks",
                            "500 records wait for it",
                            "/status-codes/hresult/0x80040408");
        });

        story.webConnectorRuns().everythingIsSynced();
        isWhole();
        assertThat(pages()).allSatisfy(page -> assertThat(banners(page)).isZero());
        assertThat(story.books().list("Customer")).hasSize(501);
    }

    @Test
    void a_quickbooks_that_is_busy_for_a_moment_is_asked_again_in_the_same_run() {
        story.sends(customer("1", "Hollis, Margaret")).webConnectorRuns();
        story.sends(customer("2", "Tran, Peter")).minutesPass().faults().set(Fault.BUSY);
        story.webConnectorRuns();
        assertThat(waits()).isOne();
        story.everythingIsSynced();
        isWhole();
    }

    @Test
    void a_write_that_met_a_busy_quickbooks_is_in_doubt_like_any_other_and_made_once() {
        story.sends(customer("1", "Hollis, Margaret")).faults().set(Fault.BUSY);
        story.webConnectorRuns();
        assertThat(waits()).isOne();
        assertThat(story.state("customer/1")).as(story.told()).isEqualTo("in-doubt");
        isWhole();
        story.minutesPass().webConnectorRuns().everythingIsSynced();
        assertThat(story.books().list("Customer")).hasSize(1);
    }

    @Test
    void a_quickbooks_that_stays_busy_is_waited_for_three_times_then_the_run_is_over_and_says_so() {
        story.sends(customer("1", "Hollis, Margaret")).webConnectorRuns();
        story.sends(customer("2", "Tran, Peter")).webConnectorRunsWith(Fault.BUSY, new Faults.Setting(true, 0));
        assertThat(waits()).isEqualTo(3);
        is("quickbooks", "hresult:0x8001010A");
        assertThat(story.errors()).isEmpty();
        assertThat(story.state("customer/2")).isEqualTo("pending");
        story.webConnectorRuns().everythingIsSynced();
        isWhole();
    }

    @Test
    void the_percentage_at_the_web_connector_never_falls_and_is_100_at_the_end_only() {
        story.streams(IntStream.rangeClosed(1, 400)
                        .mapToObj(n -> customer("c" + n, "Customer " + n))
                        .toList())
                .webConnectorRuns();
        List<Integer> percents = story.lastRun().texts().stream()
                .filter(text -> text.matches("receiveResponseXML: -?[0-9]+"))
                .map(text -> Integer.valueOf(text.substring("receiveResponseXML: ".length())))
                .toList();
        assertThat(percents).hasSizeGreaterThan(2).isSorted().endsWith(100);
        assertThat(percents.subList(0, percents.size() - 1))
                .allSatisfy(percent -> assertThat(percent).isBetween(0, 99));
    }

    private long waits() {
        return story.lastRun().texts().stream()
                .filter("getLastError: NoOp, waiting 5 s"::equals)
                .count();
    }

    @Test
    void the_leg_that_is_broken_is_told_for_every_way_in_which_it_can_break() {
        is("web-connector", "desktop:relink-never-seen");
        story.sends(customer("1", "Hollis, Margaret")).webConnectorRuns();
        isWhole();

        story.sends(customer("2", "Tran, Peter")).webConnectorRunsWith(Fault.MODAL_DIALOG);
        is("quickbooks", "hresult:0x80040414");
        story.webConnectorRuns();
        isWhole();

        Books right = story.books();
        story.sends(customer("3", "Okafor, Ada"))
                .opens(new Books(CompanyFile.create("Cedar Valley", Clock.systemUTC())))
                .run();
        is("company-file", "desktop:relink-wrong-company-file");
        story.opens(right).webConnectorRuns();
        isWhole();
    }

    @Test
    void a_wrong_password_is_counted_and_forgotten_at_the_first_right_one() {
        story.sends(customer("1", "Hollis, Margaret")).webConnectorRuns();
        for (int tries = 0; tries < 3; tries++) {
            story.webConnector("not the password").run();
        }
        is("web-connector", "desktop:relink-password-refused");
        assertThat(relink.jdbc()
                        .sql("select refused_tries from connection where company_id = ?")
                        .param(story.company)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(pages()).allSatisfy(page -> assertThat(page).contains("a wrong password"));
        story.minutesPass().webConnectorRuns();
        isWhole();
    }

    @Test
    void silence_of_more_than_a_day_is_told() {
        story.sends(customer("1", "Hollis, Margaret")).webConnectorRuns();
        broken();
        relink.jdbc().sql("""
                        update connection set last_seen = last_seen - interval '27 hours',
                               run_started = run_started - interval '27 hours' where company_id = ?
                        """).param(story.company).update();
        is("web-connector", "desktop:relink-silent");
        story.minutesPass().webConnectorRuns();
        isWhole();
    }

    @Test
    void a_second_web_connector_during_a_run_is_told_until_a_run_has_ended() {
        story.sends(customer("1", "Hollis, Margaret"));
        Visit first = story.visit();
        first.until(Visit.Stage.RECEIVE_RESPONSE);
        story.visit().until(Visit.Stage.OVER);
        is("web-connector", "desktop:relink-two-web-connectors");
        first.until(Visit.Stage.OVER);
        isWhole();
    }
}
