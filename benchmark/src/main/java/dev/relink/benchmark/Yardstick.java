package dev.relink.benchmark;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;

/** The least that a Java server can do: the JDK's own, with a canned answer to each call. Prints its port. */
final class Yardstick {

    private static final Map<String, byte[]> CANNED = Map.of(
            "serverVersion", Soap.answer("serverVersion", "Canned"),
            "clientVersion", Soap.answer("clientVersion", ""),
            "authenticate",
                    Soap.answer("authenticate", "<string>none." + "0".repeat(57) + "</string><string>none</string>"),
            "closeConnection", Soap.answer("closeConnection", "OK"));

    private Yardstick() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/qbwc", exchange -> {
            exchange.getRequestBody().readAllBytes();
            String action = exchange.getRequestHeaders().getFirst("SOAPAction");
            byte[] canned = Objects.requireNonNull(
                    CANNED.get(action.substring(action.lastIndexOf('/') + 1, action.length() - 1)), action);
            exchange.getResponseHeaders().set("Content-Type", "text/xml;charset=utf-8");
            exchange.sendResponseHeaders(200, canned.length);
            exchange.getResponseBody().write(canned);
            exchange.close();
        });
        server.setExecutor(Executors.newFixedThreadPool(LoadClient.CONNECTIONS));
        server.start();
        System.out.println(server.getAddress().getPort());
    }
}
