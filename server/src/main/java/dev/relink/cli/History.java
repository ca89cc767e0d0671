package dev.relink.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code relink history}: what happened. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Lists what happened, newest first; of one type or one record.")
final class History extends CompanyVerb.OfMany {

    private static final Table TABLE = new Table(
            Column.time("TIME", "/at"),
            Column.id("TYPE", "/type"),
            Column.id("ID", "/recordId"),
            Column.id("OUTCOME", "/outcome"),
            Column.id("CODE", "/code"),
            Column.text("BY", "/actor"),
            Column.text("MESSAGE", "/message"));

    @Parameters(index = "0", arity = "0..1", paramLabel = "TYPE", description = "customer, invoice ...")
    private @Nullable String type;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "A record's id in the app.")
    private @Nullable String id;

    @Option(names = "--outcome", paramLabel = "O", description = "created, updated, failed ...")
    private @Nullable String outcome;

    @Override
    public Integer call() {
        Map<String, String> filters = new Given()
                .with("type", type)
                .with("id", id)
                .with("outcome", outcome)
                .map();
        return list(
                "history",
                filters,
                TABLE,
                filters.isEmpty() ? "Nothing has happened yet." : "Nothing like that has happened.");
    }
}
