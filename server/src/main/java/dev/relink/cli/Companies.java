package dev.relink.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code relink companies}: whose books are kept in step. */
@Command(
        name = "companies",
        mixinStandardHelpOptions = true,
        description = "Lists the companies; makes one.",
        subcommands = {Companies.Add.class, Companies.Qwc.class})
final class Companies extends ServerVerb {

    private static final Table TABLE = new Table(
            Column.id("ID", "/id"),
            Column.text("NAME", "/name"),
            Column.id("QUICKBOOKS", "/quickbooks"),
            Column.id("LINK", "/health/0/state"),
            Column.number("PENDING", "/counts/pending"),
            Column.number("IN DOUBT", "/counts/inDoubt"),
            Column.number("ERRORS", "/counts/syncErrors"),
            Column.number("BOUND", "/counts/bound"));

    @Mixin
    private Paging paging = new Paging();

    @Override
    public Integer call() {
        Paging.Part first = paging.first(api(), "/companies", Map.of());
        if (json()) {
            paging.printJson(out(), first);
        } else {
            paging.print(
                    out(), first, TABLE, "There is no company yet: ./relink companies add ID --name NAME makes one.");
        }
        return DONE;
    }

    /** The Web Connector's password is shown once, here. */
    @Command(name = "add", mixinStandardHelpOptions = true, description = "Makes a company.")
    static final class Add extends ServerVerb {

        @Parameters(paramLabel = "ID", description = "a to z, 0 to 9 and hyphens; also the Web Connector's user name.")
        private String id = "";

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "As people call it.")
        private String name = "";

        @Option(names = "--quickbooks", paramLabel = "KIND", description = "desktop (if not given) or online.")
        private String quickbooks = "desktop";

        @Option(
                names = "--company-file",
                paramLabel = "PATH",
                description = "Desktop: the .QBW file; not given, the one that is open.")
        private @Nullable String companyFile;

        @Override
        public Integer call() {
            Map<String, String> wanted = new Given()
                    .with("id", id)
                    .with("name", name)
                    .with("quickbooks", quickbooks)
                    .with("companyFile", companyFile)
                    .map();
            Api.Answer made = api().send("POST", "/companies", Api.Content.json(wanted));
            return told(made, () -> print(made.json()));
        }

        private void print(JsonNode made) {
            out().printf("%s (%s) is made.%n", Text.of(made, "/name"), Text.of(made, "/id"));
            if (made.has("webConnector")) {
                out().println();
                Labelled text = new Labelled(out());
                text.say("User name", Text.of(made, "/webConnector/username"));
                text.say("Password", Text.of(made, "/webConnector/password"));
                text.say("", "The password is shown this once: type it into the Web Connector.");
                text.say("Next", "./relink companies qwc %s > %1$s.qwc".formatted(Text.of(made, "/id")));
            }
        }
    }

    /** What a person opens in the Web Connector. */
    @Command(
            name = "qwc",
            mixinStandardHelpOptions = true,
            description = "Prints the file by which the Web Connector adds a company.")
    static final class Qwc extends ServerVerb {

        @Parameters(paramLabel = "ID", description = "The company.")
        private String id = "";

        @Override
        public Integer call() {
            Download.copy(api().file(Api.path("companies", id, "web-connector.qwc")), out());
            return DONE;
        }
    }
}
