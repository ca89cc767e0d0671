package dev.relink.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.Relink;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The database goes away under a running server, and comes back: every door says so, and all goes on by itself. */
class DatabaseAwayTest {

    private static final String TOKEN = "relink_test-token-of-the-first-start";

    @TempDir
    private Path data;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void every_door_answers_503_while_the_database_is_away_and_serves_again_when_it_is_back() {
        try (var database = TestDatabase.fresh();
                var relay = relayTo(database);
                var server = start(database, relay)) {
            assertThat(get(server, "/readyz").statusCode()).isEqualTo(200);
            assertThat(get(server, "/api/v1/companies").statusCode()).isEqualTo(200);

            relay.cut();
            var program = ask(server, "/api/v1/companies"); // all at once: each waits for the database a while
            var person = ask(server, "/set-up/any-token");
            var ready = ask(server, "/readyz");
            assertThat(get(server, "/healthz").statusCode())
                    .as("alive all the same")
                    .isEqualTo(200);
            assertThat(program.join().statusCode()).as(program.join().body()).isEqualTo(503);
            assertThat(program.join().headers().firstValue("Content-Type").orElse(""))
                    .startsWith("application/problem+json");
            assertThat(program.join().body())
                    .contains("database does not answer")
                    .doesNotContain("SQL", "Exception");
            assertThat(person.join().statusCode()).as(person.join().body()).isEqualTo(503);
            assertThat(person.join().body())
                    .contains("database does not answer")
                    .doesNotContain("SQL", "Exception");
            assertThat(ready.join().statusCode()).isEqualTo(503);

            relay.mend();
            assertThat(get(server, "/readyz").statusCode()).isEqualTo(200);
            assertThat(get(server, "/api/v1/companies").statusCode()).isEqualTo(200);
        }
    }

    private static Relay relayTo(TestDatabase database) {
        URI address = URI.create(database.url().substring("jdbc:".length()));
        return Relay.to(address.getHost(), address.getPort());
    }

    private ConfigurableApplicationContext start(TestDatabase database, Relay relay) {
        return new SpringApplicationBuilder(Relink.class)
                .web(WebApplicationType.SERVLET)
                .run(
                        "--relink.port=0",
                        "--server.port=0",
                        "--relink.data=" + data,
                        "--relink.database-url=" + database.url().replaceFirst(":\\d+/", ":" + relay.port() + "/"),
                        "--relink.database-username=" + database.username(),
                        "--relink.database-password=" + database.password(),
                        "--relink.api-token=" + TOKEN);
    }

    private HttpResponse<String> get(ConfigurableApplicationContext server, String path) {
        return ask(server, path).join();
    }

    private CompletableFuture<HttpResponse<String>> ask(ConfigurableApplicationContext server, String path) {
        var request = HttpRequest.newBuilder(at(server, path)).header("Authorization", "Bearer " + TOKEN);
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    private static URI at(ConfigurableApplicationContext server, String path) {
        return URI.create("http://localhost:" + server.getEnvironment().getProperty("local.server.port") + path);
    }
}
