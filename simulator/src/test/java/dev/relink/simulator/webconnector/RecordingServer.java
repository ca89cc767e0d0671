package dev.relink.simulator.webconnector;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.relink.simulator.Xml;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** A small SOAP server that writes down what the Web Connector says, and answers what the test laid ready. */
final class RecordingServer implements AutoCloseable {
    /** A call as it arrived. */
    record Heard(String method, Map<String, String> parameters, String soapAction, String raw) {
        String get(String name) {
            return Objects.requireNonNull(parameters.get(name), () -> method + " came without " + name);
        }
    }

    static final String TICKET = "8f14e45f-ceea-467f-a0e6-1f3c2b5a9d10";

    private final HttpServer http;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<String>> laidReady = new HashMap<>();
    private int getStatus = 200;

    RecordingServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        http.createContext("/qbwc", this::handle);
        http.start();
        answer("serverVersion", "relink-test");
        answer("clientVersion", "");
        answer("authenticate", strings(TICKET, ""));
        answer("closeConnection", "OK");
    }

    /** Lays one answer ready; the last one laid for a method is given again and again. */
    RecordingServer answer(String method, String... results) {
        Deque<String> queue = new ArrayDeque<>();
        for (String result : results) {
            queue.add(result);
        }
        laidReady.put(method, queue);
        return this;
    }

    RecordingServer answerGet(int status) {
        getStatus = status;
        return this;
    }

    /** A result of several strings. */
    static String strings(String... strings) {
        var text = new StringBuilder();
        for (String string : strings) {
            text.append("<string>").append(string).append("</string>");
        }
        return text.toString();
    }

    static String escaped(String xml) {
        return xml.replace("&", "&amp;").replace("<", "&lt;");
    }

    List<String> methods() {
        return heard.stream().map(Heard::method).toList();
    }

    List<Heard> heard(String method) {
        return heard.stream().filter(call -> call.method().equals(method)).toList();
    }

    String qwc() {
        return """
                <?xml version="1.0"?>
                <QBWCXML><AppName>Relink</AppName><AppID></AppID><AppURL>http://localhost:%d/qbwc</AppURL>
                <AppDescription>Keeps books in step</AppDescription><AppSupport>http://localhost:8080/</AppSupport>
                <UserName>acme</UserName><OwnerID>{57F3B9B1-86F1-4FCC-B1EE-566DE1813D20}</OwnerID>
                <FileID>{90A44FB5-33D9-4815-AC85-BC87A7E7D1EB}</FileID><QBType>QBFS</QBType>
                <Scheduler><RunEveryNMinutes>15</RunEveryNMinutes></Scheduler><IsReadOnly>false</IsReadOnly></QBWCXML>
                """.formatted(http.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            heard.add(new Heard("GET", Map.of(), "", ""));
            reply(exchange, getStatus, "up");
            return;
        }
        String raw = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Heard call = parse(raw, String.valueOf(exchange.getRequestHeaders().getFirst("SOAPAction")));
        heard.add(call);
        String result = next(call.method());
        if (result.startsWith("FAULT ")) {
            reply(
                    exchange,
                    500,
                    body("<soap:Fault><faultcode>soap:Server</faultcode><faultstring>" + result.substring(6)
                            + "</faultstring></soap:Fault>"));
        } else if (result.startsWith("RAW ")) {
            reply(exchange, 200, result.substring(4));
        } else {
            reply(
                    exchange,
                    200,
                    body(
                            "<%1$sResponse xmlns=\"http://developer.intuit.com/\"><%1$sResult>%2$s</%1$sResult></%1$sResponse>"
                                    .formatted(call.method(), result)));
        }
    }

    private synchronized String next(String method) {
        Deque<String> queue = laidReady.getOrDefault(method, new ArrayDeque<>(List.of("")));
        return queue.size() > 1 ? queue.remove() : queue.element();
    }

    private static String body(String inside) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">"
                + "<soap:Body>" + inside + "</soap:Body></soap:Envelope>";
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/xml; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Heard parse(String raw, String soapAction) {
        try {
            var xml = Xml.reader(new StringReader(raw));
            String method = "";
            Map<String, String> parameters = new LinkedHashMap<>();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && "http://developer.intuit.com/".equals(xml.getNamespaceURI())) {
                    if (method.isEmpty()) {
                        method = xml.getLocalName();
                    } else {
                        parameters.put(xml.getLocalName(), xml.getElementText());
                    }
                }
            }
            return new Heard(method, parameters, soapAction, raw);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the Web Connector sent no XML: " + raw, e);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
