package dev.relink.quickbooks.desktop.webconnector;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** An answer that stood before its ticket: it waits in a file until the ticket is known and checked. */
final class SpooledAnswer implements ArrivingAnswer {

    /** Nobody has signed in yet when the file is filled. */
    private static final long MOST_CHARACTERS = 64L << 20;

    private final Path file;
    private final Reader text;
    private final Parameters parameters;

    private SpooledAnswer(Path file, Parameters parameters) throws IOException {
        this.file = file;
        this.text = Files.newBufferedReader(file);
        this.parameters = parameters;
    }

    static SpooledAnswer of(Reader arriving, Parameters parameters) throws IOException {
        Path file = Files.createTempFile("relink-answer-", ".xml");
        try {
            spool(arriving, file);
            parameters.readAll();
            return new SpooledAnswer(file, parameters);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void spool(Reader arriving, Path file) throws IOException {
        char[] buffer = new char[8192];
        long written = 0;
        try (Writer writer = Files.newBufferedWriter(file)) {
            for (int n = arriving.read(buffer); n >= 0; n = arriving.read(buffer)) {
                written += n;
                if (written > MOST_CHARACTERS) {
                    throw SoapFault.client(
                            "Put the ticket before the response: a response this large is not taken first.");
                }
                writer.write(buffer, 0, n);
            }
        }
    }

    @Override
    public Reader text() {
        return text;
    }

    @Override
    public Refusal refusal() {
        return Refusal.of(parameters);
    }

    @Override
    public void close() throws IOException {
        text.close();
        Files.deleteIfExists(file);
    }
}
