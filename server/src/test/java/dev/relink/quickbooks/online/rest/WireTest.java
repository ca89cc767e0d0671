package dev.relink.quickbooks.online.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.relink.platform.OnlineApp;
import dev.relink.platform.OnlineSettings;
import dev.relink.quickbooks.online.oauth.AccessTokens.Access;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What passes the wire, byte for byte. */
class WireTest {

    private static final String BODY = "{\"QueryResponse\":{}}";

    private static Came sent(int port) {
        URI server = URI.create("http://localhost:" + port);
        var app = new OnlineApp(OnlineApp.PRODUCTION, "app", "secret", server, server.resolve("/v3/company/"));
        var call = new Plan.Call(null, 0, "GET", "query", "query=select", null, List.of("1"), 1, null);
        return new Wire(new OnlineSettings(app, null), PracticeRealm.LIMITS)
                .send(call, new Access("4711", "token", OnlineApp.PRODUCTION));
    }

    private static void zipped(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        exchange.getResponseHeaders().set("intuit_tid", "asked for " + asked);
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, 0);
        try (var zip = new GZIPOutputStream(exchange.getResponseBody())) {
            zip.write(BODY.getBytes(UTF_8));
        }
    }

    @Test
    void gzip_is_asked_for_and_understood() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v3/company/4711/query", WireTest::zipped);
        server.start();
        try {
            Came came = sent(server.getAddress().getPort());
            assertThat(came.lost()).isNull();
            assertThat(came.body()).asString(UTF_8).isEqualTo(BODY);
            assertThat(came.tid()).isEqualTo("asked for gzip");
        } finally {
            server.stop(0);
        }
    }
}
