package dev.relink.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import dev.relink.platform.security.PastedText;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Anybody may paste a log; it is explained and forgotten. */
class LogPageTest {

    private static final RunningRelink RELINK = RunningRelink.shared();

    private static final String LOG = """
            20261124.09:15:00 UTC : QBWC1013: Error connecting to QuickBooks.
            Error message: 0x80040408 Could not start QuickBooks.
            <CustomerAddRs statusCode="3100" statusMessage="The name &quot;<b>Joe</b>&quot; is already in use." />
            """;

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return post(path, body, "203.0.113.1");
    }

    /** @param from as a proxy tells it */
    private static HttpResponse<String> post(String path, String body, String from)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(RELINK.at(path))
                                .header("Content-Type", "text/plain")
                                .header("X-Forwarded-For", from)
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void a_pasted_log_is_explained_without_a_sign_in_or_a_session() throws Exception {
        var answer = post("/status-codes", "log=" + LOG + "\r\n");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body())
                .contains("3 causes", "/status-codes/hresult/0x80040408", "/status-codes/web-connector/QBWC1013")
                .contains("is already in use")
                .doesNotContain("<b>Joe</b>");
        assertThat(RELINK.browser().get("/status-codes").body()).contains("Paste a log or a message");
    }

    @Test
    void the_api_tells_the_same_to_programs() throws Exception {
        var answer = post("/api/v1/status-codes", LOG);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"code\":\"3100\"", "\"family\":\"name-clash\"", "\"lines\":[3]", "2026-11-24T09:15:00Z");
    }

    @Test
    void a_text_without_codes_gets_advice_and_too_long_a_text_a_limit() throws Exception {
        assertThat(post("/status-codes", "log=all well").body()).contains("No status code found", "VERBOSE");
        String long_ = "x".repeat(PastedText.MOST_MEGABYTES * 1024 * 1024 + 1);
        for (String path : new String[] {"/status-codes", "/api/v1/status-codes"}) {
            var refused = post(path, long_);
            assertThat(refused.statusCode()).as(path).isEqualTo(413);
            assertThat(refused.body()).contains("decode --file");
        }
    }

    @Test
    void whoever_asks_without_end_is_told_when_to_come_again() throws Exception {
        String somebody = "203.0.113.7";
        HttpResponse<String> answer = post("/status-codes", "log=QBWC1040", somebody);
        for (int n = 0; n < 40 && answer.statusCode() == 200; n++) {
            answer = post("/status-codes", "log=QBWC1040", somebody);
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("try again in");
    }
}
