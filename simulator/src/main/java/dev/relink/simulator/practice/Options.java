package dev.relink.simulator.practice;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the process was started.
 *
 * @param host where to listen; only this machine unless told otherwise, for there is no sign-in
 * @param relink where Relink is, for the links on the page
 * @param folder where the company files are kept, null = nowhere
 * @param fresh forget what is kept there
 * @param business what {@code acme} holds when it is new
 */
record Options(String host, int port, URI relink, @Nullable Path folder, boolean fresh, Business business) {
    static final String USAGE = """
            Practice QuickBooks: a company file behind its Web Connector, to break things in.

              --port 8090                        where the page and the control API are; 0 takes a free port
              --host localhost                   0.0.0.0 lets other machines in; there is no sign-in
              --relink http://localhost:8080     where Relink is, for the links on the page
              --data DIR                         keep the company files there
              --fresh                            start over, whatever is kept
              --business whole|lists|none        what a new company file holds (whole)
            """;

    /** @throws IllegalArgumentException with a sentence for the person who typed it */
    static Options of(String... words) {
        var options = new Options("localhost", 8090, URI.create("http://localhost:8080"), null, false, Business.WHOLE);
        for (int i = 0; i < words.length; i++) {
            if (words[i].equals("--fresh")) {
                options = options.startingOver();
            } else if (i + 1 < words.length) {
                options = options.with(words[i], words[++i]);
            } else {
                throw new IllegalArgumentException(words[i] + " is no option, or its value is missing");
            }
        }
        return options;
    }

    private Options startingOver() {
        return new Options(host, port, relink, folder, true, business);
    }

    private Options with(String option, String value) {
        return switch (option) {
            case "--port" -> new Options(host, number(value), relink, folder, fresh, business);
            case "--host" -> new Options(value, port, relink, folder, fresh, business);
            case "--relink" -> new Options(host, port, URI.create(value), folder, fresh, business);
            case "--data" -> new Options(host, port, relink, Path.of(value), fresh, business);
            case "--business" -> new Options(host, port, relink, folder, fresh, Business.of(value));
            default -> throw new IllegalArgumentException(option + " is no option");
        };
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("--port takes a number from 0 to 65535, not " + text);
        }
        return Integer.parseInt(text);
    }
}
