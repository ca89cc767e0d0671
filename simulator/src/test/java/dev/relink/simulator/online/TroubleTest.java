package dev.relink.simulator.online;

import static dev.relink.simulator.online.ReadingTest.broken;
import static dev.relink.simulator.online.TestRealm.idOf;
import static dev.relink.simulator.online.TestRealm.sparse;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Behaviour 40: what goes wrong on purpose. */
class TroubleTest {
    private static final String MAKE = "{'DisplayName':'Kept'}";

    private final TestRealm realm = new TestRealm();

    private int made() {
        return realm.rows("Customer", "select * from Customer where DisplayName = 'Kept'")
                .size();
    }

    @Test
    void a_write_is_done_and_its_connection_dropped_and_the_replay_gets_the_answer() {
        realm.trouble("dropAfterCommit");
        assertThat(broken(() -> realm.post("customer?requestid=k", MAKE))).isTrue();
        assertThat(made()).isEqualTo(1);
        assertThat(realm.post("customer?requestid=k", MAKE)
                        .object("Customer")
                        .path("DisplayName")
                        .asString())
                .isEqualTo("Kept");
        assertThat(made()).isEqualTo(1);
        assertThat(realm.post("customer", MAKE).fault()).startsWith("6240 ");
    }

    @ParameterizedTest
    @CsvSource({"unauthorizedAfterCommit,401,3200", "timeoutAfterCommit,504,6002", "errorAfterCommit,500,10000"})
    void a_write_is_done_and_its_answer_says_something_else(String trouble, int status, String code) {
        realm.trouble(trouble);
        var answer = realm.post("customer?requestid=k", MAKE);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.fault()).startsWith(code + " ");
        assertThat(made()).isEqualTo(1);
    }

    @Test
    void half_of_an_answer_arrives() {
        realm.trouble("truncateAnswer");
        assertThat(broken(() -> realm.post("customer", MAKE))).isTrue();
        assertThat(made()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"serverError,500", "throttled,429"})
    void a_call_is_not_done_once(String trouble, int status) {
        realm.trouble(trouble);
        assertThat(realm.post("customer", MAKE).status()).isEqualTo(status);
        assertThat(made()).isZero();
        assertThat(realm.post("customer", MAKE).status()).isEqualTo(200);
    }

    @Test
    void a_connection_is_reset_before_anything_is_done() throws IOException {
        realm.trouble("resetBefore");
        try (var socket = new Socket("localhost", TestRealm.port())) {
            String request = "GET " + realm.path("preferences")
                    + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + realm.token + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(org.assertj.core.api.Assertions.catchThrowable(answer::readLine))
                    .isInstanceOf(SocketException.class);
        }
    }

    @Test
    void intuit_is_down_until_it_is_not() {
        realm.trouble("unavailable");
        var down = realm.get("preferences");
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.text()).startsWith("<html>");
        assertThat(realm.get("preferences").status()).isEqualTo(503);
        realm.control("troubles", "{\"unavailable\":false}");
        assertThat(realm.get("preferences").status()).isEqualTo(200);
    }

    @Test
    void a_list_lags_behind_and_shows_an_older_sync_token_than_a_read() {
        JsonNode customer = realm.customer("Lagging");
        TestRealm.forward(100);
        JsonNode changed =
                realm.post("customer", sparse(customer, "'Notes':'new'")).object("Customer");
        realm.trouble("staleLists");
        JsonNode listed = realm.rows("Customer", "select * from Customer").getFirst();
        assertThat(listed.path("SyncToken").asString()).isEqualTo("0");
        assertThat(realm.get("customer/" + idOf(changed))
                        .object("Customer")
                        .path("SyncToken")
                        .asString())
                .isEqualTo("1");
        TestRealm.forward(61);
        assertThat(realm.rows("Customer", "select * from Customer")
                        .getFirst()
                        .path("SyncToken")
                        .asString())
                .isEqualTo("1");
    }

    @Test
    void another_user_saves_or_deletes_the_object_just_before() {
        JsonNode customer = realm.customer("Contested");
        realm.trouble("editByOther");
        assertThat(realm.post("customer", sparse(customer, "'Notes':'x'")).fault())
                .startsWith("5010 ");
        JsonNode invoice = realm.invoice(customer, "1");
        realm.trouble("deleteByOther");
        assertThat(realm.post("invoice", sparse(invoice, "'PrivateNote':'x'")).fault())
                .isEqualTo("610 Object Not Found : Another user has deleted this transaction.");
    }

    @Test
    void a_company_that_was_reset_answers_10200_to_everything() {
        realm.trouble("companyReset");
        var answer = realm.get("preferences");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.fault()).startsWith("10200 ");
        assertThat(answer.json().path("Fault").path("type").asString()).isEqualTo("SystemFault");
    }

    @Test
    void the_times_in_answers_may_be_skewed() {
        realm.switches("{\"clockSkew\":-7200}");
        String skewed = realm.get("preferences").json().path("time").asString();
        realm.switches("{\"clockSkew\":0}");
        assertThat(skewed)
                .isLessThan(realm.get("preferences").json().path("time").asString());
    }

    @Test
    void a_trouble_is_set_by_its_word_once_always_or_with_an_amount() {
        assertThat(realm.control("troubles", "{\"slow\":7,\"throttled\":\"always\"}")
                        .toString())
                .contains(
                        "\"slow\":{\"standing\":true,\"amount\":7}", "\"throttled\":{\"standing\":true,\"amount\":0}");
        assertThat(TestRealm.call("POST", "/online/control/realms/" + realm.id + "/troubles", "{\"earthquake\":true}")
                        .text())
                .contains("earthquake is no trouble");
        assertThat(TestRealm.call("DELETE", "/online/control/realms/" + realm.id + "/troubles", "")
                        .text())
                .isEqualTo("{}");
    }

    @Test
    void the_ledger_counts_how_often_a_name_was_made_and_the_log_shows_every_call() {
        realm.trouble("dropAfterCommit");
        broken(() -> realm.post("customer?requestid=k", MAKE));
        realm.post("customer?requestid=k", MAKE);
        JsonNode ledger = realm.control("ledger");
        assertThat(ledger.path("twins").size()).isZero();
        assertThat(ledger.toString()).contains("\"type\":\"customer\",\"name\":\"Kept\"", "\"created\":1");
        JsonNode calls = realm.control("calls");
        assertThat(calls.path(0).path("status").asInt()).isZero();
        assertThat(calls.path(1).path("replayed").asBoolean()).isTrue();
        assertThat(calls.path(1).path("requestId").asString()).isEqualTo("k");
    }
}
