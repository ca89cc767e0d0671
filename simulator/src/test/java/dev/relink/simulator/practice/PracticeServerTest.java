package dev.relink.simulator.practice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PracticeServerTest {
    private static PracticeServer server;
    private static Http http;

    @BeforeAll
    static void start() {
        server = PracticeServer.start(Business.LISTS);
        http = new Http(server.port());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A company file of this test alone. */
    private static String file(String id) {
        assertThat(http.put("/control/" + id, "{\"name\":\"Test Trees\",\"business\":\"lists\"}")
                        .status())
                .isEqualTo(201);
        return "/control/" + id;
    }

    private static String listId(String file, String customer) {
        String json = http.post(file + "/customers", "{\"name\":\"" + customer + "\",\"Phone\":\"555-0100\"}")
                .body();
        return json.replaceFirst("(?s).*\"listId\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void the_lists_of_an_empty_business_hold_the_two_names_that_collide() {
        assertThat(http.get("/control/acme/customers").body()).contains("Smith, John");
        assertThat(http.get("/control/acme/vendors").body()).contains("Greenleaf Nursery");
        assertThat(http.get("/control/acme/accounts").body()).contains("Sales:Tree care");
    }

    @Test
    void a_customer_is_typed_in_renamed_and_deleted() {
        String file = file("renames");
        String id = listId(file, "Elm Street Partners");
        assertThat(http.post(file + "/rename", "{\"id\":\"" + id + "\",\"to\":\"Elm Street LLC\"}")
                        .body())
                .contains("\"name\":\"Elm Street LLC\"", id);
        assertThat(http.delete(file + "/customers/" + id).status()).isEqualTo(204);
        assertThat(http.get(file + "/deleted").body()).contains(id, "Elm Street LLC");
    }

    @Test
    void a_merge_leaves_one_and_the_other_is_dead() {
        String file = file("merges");
        String gone = listId(file, "Birchwood HOA");
        String kept = listId(file, "Birchwood Homeowners Assn.");
        http.post(file + "/merge", "{\"gone\":\"Birchwood HOA\",\"kept\":\"Birchwood Homeowners Assn.\"}");
        assertThat(http.get(file + "/customers").body()).contains(kept).doesNotContain(gone);
    }

    @Test
    void the_ledger_counts_how_often_a_name_was_made() {
        String file = file("ledgers");
        http.delete(file + "/customers/" + listId(file, "Hollis, Margaret"));
        listId(file, "Hollis, Margaret");
        assertThat(http.get(file + "/ledger").body())
                .containsPattern(
                        "\"name\":\"Hollis, Margaret\",\"ids\":\\[\"[^\"]+\"],\"deleted\":\\[\"[^\"]+\"],\"created\":2")
                .contains("\"twins\":[]");
    }

    @Test
    void a_name_that_is_taken_is_refused_with_quickbooks_own_words() {
        String file = file("clashes");
        listId(file, "Oakmont Apartments");
        assertThat(http.post(file + "/customers", "{\"name\":\"Oakmont Apartments\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void faults_are_set_and_cleared_by_name() {
        String file = file("faults");
        assertThat(http.post(file + "/faults", "{\"loseNextAnswer\":true,\"slow\":50,\"modalDialog\":\"once\"}")
                        .body())
                .contains(
                        "\"slow\":{\"standing\":true,\"amount\":50}",
                        "\"modalDialog\":{\"standing\":false,\"amount\":0}");
        assertThat(http.post(file + "/quickbooks", "{\"running\":false}").body())
                .contains("quickBooksClosed");
        assertThat(http.delete(file + "/faults").body()).isEqualTo("{}");
        assertThat(http.post(file + "/faults", "{\"earthquake\":true}").body()).contains("earthquake is no fault");
    }

    @Test
    void a_run_without_an_application_says_what_to_do() {
        String file = file("lonely");
        assertThat(http.post(file + "/run", "").body()).contains("add Relink’s .qwc file first");
    }

    @Test
    void what_is_not_there_is_named() {
        assertThat(http.get("/control/nowhere").status()).isEqualTo(404);
        assertThat(http.get("/control/acme/customers/Nobody").body()).contains("There is no customer Nobody");
        assertThat(http.get("/static/secrets.txt").status()).isEqualTo(404);
    }

    @Test
    void a_message_set_runs_over_the_control_api() {
        String query = "<?xml version=\"1.0\"?><?qbxml version=\"13.0\"?><QBXML><QBXMLMsgsRq onError=\"stopOnError\">"
                + "<CustomerQueryRq requestID=\"1\"/></QBXMLMsgsRq></QBXML>";
        assertThat(http.post("/control/acme/qbxml", query).body()).contains("<CustomerRet>", "Smith, John");
        assertThat(http.post("/control/acme/qbxml", "no xml").body()).contains("0x80040400");
    }

    @Test
    void the_page_shows_the_lists_the_web_connector_and_the_troubles() {
        assertThat(http.get("/").location()).endsWith("/desktop/acme");
        assertThat(http.get("/desktop/acme").body())
                .contains(
                        "Acme Tree Care.qbw",
                        "Smith, John",
                        "Rename…",
                        "Merge…",
                        "Make trouble",
                        "Lose the next answer")
                .doesNotContain(" style=", "onclick");
        assertThat(http.get("/desktop/acme?list=vendors&q=green").body()).contains("Greenleaf Nursery");
        assertThat(http.get("/desktop/acme?q=nobody").body()).contains("Nothing matches “nobody”");
    }

    @Test
    void a_button_of_the_page_does_its_deed_and_comes_back() {
        String file = file("buttons");
        String id = listId(file, "Maple Court Condos");
        String back = "/desktop/buttons?list=customers";
        var answer = http.press("/desktop/buttons/acts/open", "id=" + id + "&back=" + back, "same-origin");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(http.get(back).body()).contains("Open in a window");
        var renamed = http.press("/desktop/buttons/acts/rename", "id=" + id + "&to=&back=" + back, "same-origin");
        assertThat(http.get(renamed.location().replaceFirst("^http://[^/]+", ""))
                        .body())
                .contains("note error");
    }

    @Test
    void a_switch_of_the_page_turns_its_fault() {
        file("switches");
        http.press("/desktop/switches/acts/trouble", "what=open&on=false&back=/desktop/switches", "same-origin");
        assertThat(http.get("/control/switches/faults").body()).contains("quickBooksClosed");
    }

    @Test
    void no_other_site_presses_a_button() {
        assertThat(http.press("/desktop/acme/acts/start-over", "business=NONE", "cross-site")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void nobody_is_sent_to_another_site() {
        assertThat(http.press("/desktop/acme/acts/trouble", "what=slow&on=false&back=//evil.example", "same-origin")
                        .location())
                .doesNotContain("evil");
    }

    @Test
    void a_record_shows_its_fields_and_its_xml() {
        String file = file("records");
        String id = listId(file, "Harbor Point Marina");
        assertThat(http.get("/desktop/records/records/" + id).body())
                .contains("555-0100", "CustomerRet", "Make inactive");
    }

    @Test
    void the_styles_come_with_the_page() {
        assertThat(http.get("/static/tabler.min.css").body()).contains("--tblr");
        assertThat(http.get("/static/practice.css").status()).isEqualTo(200);
    }
}
