package dev.relink.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code relink skip}: not sent until the app changes the record. */
@Command(
        name = "skip",
        mixinStandardHelpOptions = true,
        description = "Does not send records until the app changes them.")
final class Skip extends RepairVerb.OfMany {

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for those who ask later.")
    private String reason = "";

    @Override
    public Integer call() {
        return repair("skip", Map.of("reason", reason));
    }
}
