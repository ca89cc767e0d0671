package dev.relink.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a reader wants to be told, and how often at most. */
final class InterestOptions {

    @Option(
            names = "--notices",
            split = ",",
            paramLabel = "KIND",
            description = "Of causes, silence and recovery, with commas; not given, all.")
    private @Nullable List<String> notices;

    @Option(names = "--every", paramLabel = "MINUTES", description = "One message at most in this time; not given, 15.")
    private @Nullable Integer every;

    /** Those that were given, as the server names them. */
    void into(Map<String, Object> wanted) {
        if (notices != null) {
            wanted.put("notices", notices);
        }
        if (every != null) {
            wanted.put("everyMinutes", every);
        }
    }
}
