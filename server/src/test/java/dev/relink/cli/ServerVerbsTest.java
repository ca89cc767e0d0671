package dev.relink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.relink.RunningRelink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the server is reached, who asks, and which company is meant. */
class ServerVerbsTest {

    private final Terminal terminal = new Terminal();

    @TempDir
    private Path folder;

    @Test
    void where_nothing_listens_it_is_said_how_to_start_the_server() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        var said = terminal.run("companies", "--server", "http://localhost:" + free);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .isEqualToIgnoringNewLines("No server answers at http://localhost:" + free
                        + ": start it with ./relink serve, or name another with --server.");
    }

    @Test
    void another_program_at_that_address_is_not_taken_for_relink() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("hi".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            exchange.close();
        });
        other.start();
        try {
            var said = terminal.run(
                    "companies",
                    "--server",
                    "http://localhost:" + other.getAddress().getPort());
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err()).contains("not as Relink does");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void a_write_whose_answer_is_lost_is_not_said_to_have_failed() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var connection = socket.accept()) {
                    connection.getInputStream().read();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            var said =
                    terminal.run("run", "--company", "acme", "--server", "http://127.0.0.1:" + socket.getLocalPort());
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err()).contains("Whether it was done is not known");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "ftp://localhost", "http://localhost/api", "http://[", "http://"})
    void an_address_that_is_none_is_bad_usage(String address) {
        var said = terminal.run("companies", "--server", address);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains(address);
    }

    @Test
    void without_a_token_it_is_said_how_to_give_one() {
        var said = terminal.without("RELINK_API_TOKEN").run("companies");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("RELINK_API_TOKEN", "--token-file");
    }

    @Test
    void the_token_may_be_in_a_file() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), RunningRelink.ADMIN_TOKEN + "\n");
        terminal.without("RELINK_API_TOKEN").does("companies", "--token-file", file.toString());

        var missing = terminal.run("companies", "--token-file", folder + "/none");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("There is no readable file");
    }

    @Test
    void a_wrong_token_is_refused_and_never_shown() {
        var said = terminal.with("RELINK_API_TOKEN", "relink_wrong-token-0123456789")
                .run("companies");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).isNotBlank().doesNotContain("wrong-token");

        var broken = terminal.with("RELINK_API_TOKEN", "two wörds").run("companies");
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.err()).contains("RELINK_API_TOKEN").doesNotContain("wörds");
    }

    @Test
    void among_a_few_companies_one_must_be_named() {
        var said = seeing("acme", "cedar").run("status");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("There are 2 companies: name one with --company. They are acme, cedar.");
    }

    @Test
    void among_many_companies_the_first_are_named_and_the_others_counted() {
        var made =
                IntStream.rangeClosed(1, 11).mapToObj("crowd-%02d"::formatted).toArray(String[]::new);
        for (String company : made) {
            terminal.does("companies", "add", company, "--name", "Crowd " + company);
        }
        var said = seeing(made).run("status");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .contains("There are 11 companies: name one with --company. They are crowd-01, ")
                .contains(", crowd-08 and 3 more: ./relink companies lists all.")
                .doesNotContain("crowd-09");
    }

    @Test
    void the_only_company_need_not_be_named() {
        assertThat(seeing("cedar").does("status").out()).contains("Cedar Valley Landscaping");
    }

    /** A program that sees only these companies, whatever others the shared server has. */
    private Terminal seeing(String... companies) {
        var words = Stream.concat(
                Stream.of("tokens", "add", "of " + companies.length, "--role", "viewer"),
                Stream.of(companies).flatMap(company -> Stream.of("--for", company)));
        String token = terminal.does(words.toArray(String[]::new)).out().strip();
        return new Terminal().with("RELINK_API_TOKEN", token);
    }

    @Test
    void an_option_counts_before_a_verb_of_a_verb_too() throws IOException {
        Path record = Files.writeString(folder.resolve("record.json"), "{\"name\":\"Rowan\"}");
        var said = terminal.does(
                "records",
                "--company",
                new BrokenLinks().company,
                "--json",
                "put",
                "customer",
                "before",
                record.toString());
        assertThat(said.json().at("/state").asString()).isEqualTo("pending");
    }

    @Test
    void a_company_that_does_not_exist_is_refused_in_the_servers_words() {
        var said = terminal.run("status", "--company", "nowhere");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("nowhere");
    }

    @Test
    void an_unknown_verb_is_bad_usage() {
        assertThat(terminal.run("mend").code()).isEqualTo(2);
    }
}
