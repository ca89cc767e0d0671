package dev.relink.quickbooks.desktop.webconnector;

import com.sun.net.httpserver.HttpServer;
import dev.relink.platform.TestDatabase;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * Measures polls with nothing to do: serverVersion, clientVersion, authenticate, closeConnection over a kept connection,
 * with signing in and the database, against the JDK's HTTP server with canned answers. In turns, since the machine may be
 * busy; client, server and database share its cores.
 */
final class EmptyPolls {

    private static final int COMPANIES = 200;
    private static final int CONNECTIONS = 8;
    private static final int ROUNDS = 3;

    private EmptyPolls() {}

    /** @param arguments seconds of one round, 5 when absent */
    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer yardstick = yardstick();
        try (var database = TestDatabase.fresh();
                var endpoint = new Endpoint(database.dataSource(), new ScriptedCycles())) {
            List<Poller> pollers = IntStream.range(0, COMPANIES)
                    .mapToObj(i -> Objects.requireNonNull(endpoint.company("company-" + i, "")))
                    .map(signIn -> new Poller(signIn.username(), signIn.password()))
                    .toList();
            var bare = URI.create("http://127.0.0.1:" + yardstick.getAddress().getPort() + "/qbwc");
            for (int round = 0; round <= ROUNDS; round++) {
                double canned = perSecond(bare, pollers, seconds);
                double ours = perSecond(endpoint.uri(), pollers, seconds);
                System.out.printf(
                        "%s: endpoint %,.0f polls/s, canned answers %,.0f polls/s: %.0f %%%n",
                        round == 0 ? "warm-up" : "round " + round, ours, canned, 100 * ours / canned);
            }
        } finally {
            yardstick.stop(0);
        }
    }

    private static HttpServer yardstick() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] canned = SoapWriter.answer("authenticate", new Reply.Texts(List.of("none." + "0".repeat(57), "none")));
        server.createContext("/qbwc", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "text/xml;charset=utf-8");
            exchange.sendResponseHeaders(200, canned.length);
            exchange.getResponseBody().write(canned);
            exchange.close();
        });
        server.setExecutor(Executors.newFixedThreadPool(CONNECTIONS));
        server.start();
        return server;
    }

    private static double perSecond(URI uri, List<Poller> pollers, int seconds) throws Exception {
        var polls = new LongAdder();
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int t = 0; t < CONNECTIONS; t++) {
                int first = t;
                threads.submit(() -> {
                    try (var wire = new Wire(uri)) {
                        for (int i = first; System.nanoTime() < end; i += CONNECTIONS) {
                            pollers.get(i % COMPANIES).poll(wire);
                            polls.increment();
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
        return polls.sum() * 1e9 / (System.nanoTime() - start);
    }

    private record Poller(byte[] serverVersion, byte[] clientVersion, byte[] authenticate) {
        Poller(String userName, String password) {
            this(
                    call("serverVersion"),
                    call("clientVersion", "strVersion", "2.3.0.215"),
                    call("authenticate", "strUserName", userName, "strPassword", password));
        }

        void poll(Wire wire) throws IOException {
            wire.exchange(serverVersion);
            wire.exchange(clientVersion);
            String answer = wire.exchange(authenticate);
            int at = answer.indexOf("<string>") + 8;
            if (!answer.contains("<string>none</string>")) {
                throw new IllegalStateException(answer);
            }
            wire.exchange(call("closeConnection", "ticket", answer.substring(at, answer.indexOf('<', at))));
        }
    }

    private static byte[] call(String operation, String... parameters) {
        byte[] body = SoapClient.envelope(operation, parameters).getBytes(StandardCharsets.UTF_8);
        String head = "POST /qbwc HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml; charset=utf-8\r\n"
                + "SOAPAction: \"http://developer.intuit.com/" + operation + "\"\r\nContent-Length: " + body.length
                + "\r\n\r\n";
        return (head + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    /** HTTP by hand on one kept connection: the client should cost little. */
    private static final class Wire implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;

        Wire(URI uri) throws IOException {
            socket = new Socket(uri.getHost(), uri.getPort());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }

        String exchange(byte[] request) throws IOException {
            socket.getOutputStream().write(request);
            int length = -1;
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
            }
            return new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("the connection was closed");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
