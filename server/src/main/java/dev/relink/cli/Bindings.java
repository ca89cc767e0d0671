package dev.relink.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code relink bindings}: which record is which in QuickBooks. */
@Command(
        name = "bindings",
        mixinStandardHelpOptions = true,
        description = "Lists which record is which in QuickBooks; out to a file, in from a file.",
        subcommands = {Bindings.Export.class, Bindings.Import.class})
final class Bindings extends CompanyVerb.OfMany {

    private static final Table TABLE = new Table(
            Column.id("TYPE", "/type"),
            Column.id("ID", "/recordId"),
            Column.text("NAME", "/recordName"),
            Column.id("QUICKBOOKS ID", "/quickbooksId"),
            Column.text("NAME THERE", "/fullName"),
            Column.time("SYNCED", "/syncedAt"),
            Column.time("GONE SINCE", "/goneAt"));

    @Option(names = "--type", paramLabel = "T", description = "customer, invoice ...")
    private @Nullable String type;

    @Option(names = "--q", paramLabel = "TEXT", description = "In a name or an id, here or there.")
    private @Nullable String q;

    @Override
    public Integer call() {
        Map<String, String> filters =
                new Given().with("type", type).with("q", q).map();
        return list(
                "bindings", filters, TABLE, filters.isEmpty() ? "No record is bound yet." : "No binding is like that.");
    }

    /** All, for a spreadsheet. */
    @Command(name = "export", mixinStandardHelpOptions = true, description = "Prints all bindings as CSV.")
    static final class Export extends CompanyVerb {

        @Override
        public Integer call() {
            Api api = api();
            Download.copy(api.file(at(api, "bindings.csv")), out());
            return DONE;
        }
    }

    /** Many ids pasted by hand. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Binds records to QuickBooks ids from CSV with the columns type, id and quickbooksId;"
                    + " each is checked in QuickBooks at the next run.")
    static final class Import extends CompanyVerb {

        private static final Table VERDICTS = new Table(
                Column.number("LINE", "/line"),
                Column.id("VERDICT", "/verdict"),
                Column.wrapped("WHAT WILL HAPPEN, OR WHY NOT", "/reason"),
                Column.id("REPAIR", "/repair"));

        @Parameters(paramLabel = "FILE.csv|-", description = "- is the standard input.")
        private String file = "";

        @Override
        public Integer call() {
            Api api = api();
            var lines =
                    new Api.Content("text/csv", new Source(file, surroundings().in()).bytes());
            Api.Answer answer = api.send("POST", at(api, "bindings.csv"), lines);
            JsonNode items = answer.json().path("items");
            told(answer, () -> VERDICTS.print(out(), items, true));
            long refused = answer.json().path("refused").asLong();
            return refused == 0 ? DONE : refused("%d of %d refused.".formatted(refused, items.size()));
        }
    }
}
