package dev.relink.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** A text file of the server, passed on as it comes. */
final class Download {

    private Download() {}

    /** Closes the file. */
    static void copy(InputStream file, PrintWriter out) {
        try (Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            text.transferTo(out);
            out.flush();
        } catch (IOException e) {
            throw new Refusal("The file broke off; what was written is not whole. Try again.");
        }
    }
}
