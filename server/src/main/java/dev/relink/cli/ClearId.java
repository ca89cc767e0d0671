package dev.relink.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code relink clear-id}: retires dead links; each record is looked up and then found or made anew. */
@Command(
        name = "clear-id",
        mixinStandardHelpOptions = true,
        description =
                "Retires links whose record is gone from QuickBooks: each is looked up at the next run, then found"
                        + " or made anew. Admins only.",
        footer = {
            "",
            "Examples:",
            "  relink clear-id 17 18 --dry-run",
            "  relink clear-id --code 3120 --type customer --when-match-found ask"
        })
final class ClearId extends RepairVerb.OfMany {

    @Option(
            names = "--when-match-found",
            paramLabel = "relink|ask|create",
            description = "If something like it is there: bind to it (if not given), ask a person, or create anyway.")
    private String whenMatchFound = "relink";

    @Override
    public Integer call() {
        return repair("clear-id", Map.of("whenMatchFound", whenMatchFound));
    }
}
