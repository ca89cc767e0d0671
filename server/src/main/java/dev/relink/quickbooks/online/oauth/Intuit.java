package dev.relink.quickbooks.online.oauth;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/** Short questions to Intuit over HTTP. No redirect is followed: secrets go where the settings say and nowhere else. */
@Component
class Intuit implements AutoCloseable {

    /** Two of these fit into a lease of {@link Links}. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final long MOST_BYTES = 262_144;

    /** @param trace {@code intuit_tid}, for which Intuit's support asks; empty = there was none */
    record Answer(int status, String body, String trace) {

        /** Without the body: it may hold tokens. */
        @Override
        public String toString() {
            return "Answer[" + status + ", intuit_tid " + trace + "]";
        }
    }

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TO_CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /** @throws TokensUnavailable when no whole answer came */
    Answer ask(HttpRequest.Builder request) {
        HttpRequest asked =
                request.timeout(LONGEST).header("Accept", "application/json").build();
        try {
            HttpResponse<String> answer =
                    http.send(asked, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES));
            return new Answer(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("intuit_tid").orElse(""));
        } catch (IOException e) {
            throw new TokensUnavailable(
                    "Intuit does not answer at %s (%s)."
                            .formatted(asked.uri().getHost(), e.getClass().getSimpleName()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokensUnavailable("The server is stopping.", e);
        }
    }

    @Override
    @PreDestroy
    public void close() {
        http.shutdownNow();
    }
}
