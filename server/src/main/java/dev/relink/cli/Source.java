package dev.relink.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is named on the command line; {@code -} is the standard input. */
record Source(String name, InputStream standardInput) {

    /** To be sent as it is read, any size. */
    BodyPublisher bytes() {
        if (name.equals("-")) {
            return BodyPublishers.ofInputStream(() -> standardInput);
        }
        Path file = readable(name);
        try {
            return BodyPublishers.ofFile(file);
        } catch (IOException e) {
            throw unreadable(name);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(readable(file.toString()));
        } catch (IOException e) {
            throw unreadable(file.toString());
        }
    }

    private static Path readable(String name) {
        Path file = Path.of(name);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw unreadable(name);
        }
        return file;
    }

    private static Refusal unreadable(String name) {
        return new Refusal("There is no readable file %s.".formatted(name));
    }
}
