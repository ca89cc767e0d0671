package dev.relink.quickbooks.desktop.webconnector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LargeAnswerTest extends EndpointTest {

    private static final String ROW =
            SoapClient.escaped("<CustomerRet><Name>Müller &amp; Söhne</Name></CustomerRet>\n");
    private static final int ROWS = 700_000;

    @Test
    void fifty_megabytes_pass_through_a_heap_of_64() throws IOException {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeapServer.class.getName(),
                        database.url(),
                        database.username(),
                        database.password())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader printed = server.inputReader()) {
            String port = lineAfter(printed, "port ");
            sendAnswer(new SoapClient(URI.create("http://127.0.0.1:" + port + "/qbwc")));
            server.getOutputStream().close();
            long characters = (long) ROWS * "<CustomerRet><Name>Müller &amp; Söhne</Name></CustomerRet>\n".length();
            assertThat(lineAfter(printed, "characters ")).isEqualTo(Long.toString(characters));
        } finally {
            server.destroyForcibly();
        }
    }

    private void sendAnswer(SoapClient other) {
        String ticket = other.authenticate("acme", acme.password()).strings().getFirst();
        assertThat(other.sendRequest(ticket, "").result()).isEqualTo("<a/>");
        String[] around = SoapClient.envelope("receiveResponseXML", "ticket", ticket, "response", "ROWS", "hresult", "")
                .split("ROWS", 2);
        byte[] row = ROW.getBytes(StandardCharsets.UTF_8);
        assertThat((long) row.length * ROWS).isGreaterThan(50_000_000);
        var answer = other.post(BodyPublishers.ofInputStream(() -> body(around, row)));
        assertThat(answer.result()).isEqualTo("100");
    }

    private static InputStream body(String[] around, byte[] row) {
        Stream<byte[]> parts = Stream.of(
                        Stream.of(around[0].getBytes(StandardCharsets.UTF_8)),
                        Collections.nCopies(ROWS, row).stream(),
                        Stream.of(around[1].getBytes(StandardCharsets.UTF_8)))
                .flatMap(all -> all);
        List<byte[]> all = parts.toList();
        return new SequenceInputStream(Collections.enumeration(
                all.stream().map(ByteArrayInputStream::new).toList()));
    }

    private static String lineAfter(BufferedReader printed, String start) {
        try {
            for (String line = printed.readLine(); line != null; line = printed.readLine()) {
                if (line.startsWith(start)) {
                    return line.substring(start.length());
                }
            }
            throw new AssertionError("The server ended without saying \"" + start + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
