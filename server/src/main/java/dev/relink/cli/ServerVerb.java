package dev.relink.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A verb that asks a running server. The token is never a word of the command line: those are seen by all users. */
abstract class ServerVerb extends Verb {

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Where Relink is; else RELINK_SERVER, else http://localhost:8080.")
    private @Nullable String server;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with the API token; else it is RELINK_API_TOKEN in the environment.")
    private @Nullable Path tokenFile;

    Api api() {
        return new Api(address(), token());
    }

    private URI address() {
        String text = given(ServerVerb.class, verb -> verb.server);
        text = text == null ? surroundings().variable("RELINK_SERVER") : text;
        text = Objects.requireNonNullElse(text, "http://localhost:8080").replaceAll("/+$", "");
        if (!text.matches("https?://[^/?#\\s]+")) {
            throw badUsage("The server is “%s”: allowed is an address such as http://localhost:8080.".formatted(text));
        }
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw badUsage("The server is “%s”: that is no address.".formatted(text));
        }
    }

    private String token() {
        Path file = given(ServerVerb.class, verb -> verb.tokenFile);
        String token = file == null
                ? surroundings().variable("RELINK_API_TOKEN")
                : Source.text(file).strip();
        if (token == null) {
            throw new Refusal("There is no API token: set RELINK_API_TOKEN or name a file with --token-file."
                    + " An administrator makes one on the page “People”.");
        }
        if (!token.matches("[\\x21-\\x7e]+")) {
            throw new Refusal("%s is no API token: it has one word of plain characters (not shown)."
                    .formatted(file == null ? "RELINK_API_TOKEN" : "What is in " + file));
        }
        return token;
    }

    /** The server's answer unchanged with {@code --json}, else what is told to people. */
    int told(Api.Answer answer, Runnable people) {
        if (json()) {
            out().println(answer.text());
        } else {
            people.run();
        }
        return DONE;
    }
}
