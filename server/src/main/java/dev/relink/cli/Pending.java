package dev.relink.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code relink pending}: what must still be told to QuickBooks. */
@Command(
        name = "pending",
        mixinStandardHelpOptions = true,
        description = "Lists what waits to be told to QuickBooks, in the order of sending.")
final class Pending extends CompanyVerb.OfMany {

    private static final Table TABLE = new Table(
            Column.id("TYPE", "/type"),
            Column.id("ID", "/recordId"),
            Column.text("NAME", "/recordName"),
            Column.id("STATE", "/state"),
            Column.text("WAITS ON", "/waitsOn/recordName"),
            Column.time("QUEUED", "/queuedAt"),
            Column.number("TRIES", "/tries"));

    @Option(names = "--type", paramLabel = "T", description = "customer, invoice ...")
    private @Nullable String type;

    @Option(
            names = "--state",
            paramLabel = "S",
            description = "waiting, awaiting-approval, waiting-on-parent, in-flight, in-doubt or held.")
    private @Nullable String state;

    @Override
    public Integer call() {
        Map<String, String> filters =
                new Given().with("type", type).with("state", state).map();
        return list(
                "pending-syncs",
                filters,
                TABLE,
                filters.isEmpty()
                        ? "Nothing is pending: QuickBooks was told everything."
                        : "Nothing pending is like that.");
    }
}
