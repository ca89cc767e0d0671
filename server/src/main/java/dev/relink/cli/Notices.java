package dev.relink.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code relink notices}: what was told about a company, and after which silence. */
@Command(
        name = "notices",
        mixinStandardHelpOptions = true,
        description =
                "Lists the last messages about a company; sends one again; says after which silence it tells. Admins only.",
        subcommands = {Notices.Again.class, Notices.Silence.class})
final class Notices extends CompanyVerb {

    private static final Table TABLE = new Table(
            Column.id("ID", "/id"),
            Column.time("MADE", "/madeAt"),
            Column.text("SUBJECT", "/subject"),
            Column.text("TO", "/to"),
            Column.id("STATE", "/state"),
            Column.number("TRIES", "/tries"),
            Column.wrapped("WHY NOT", "/error"));

    @Override
    public Integer call() {
        Api api = api();
        Api.Answer answer = api.get(at(api, "notices"));
        JsonNode items = answer.json().path("items");
        return told(answer, () -> {
            if (items.isEmpty()) {
                out().println("Nothing was sent yet.");
            } else {
                TABLE.print(out(), items, true);
            }
        });
    }

    /** Under the same id. */
    @Command(name = "again", mixinStandardHelpOptions = true, description = "Sends a message again, under the same id.")
    static final class Again extends CompanyVerb {

        @Parameters(paramLabel = "ID", description = "Its number in the list.")
        private String id = "";

        @Override
        public Integer call() {
            Api api = api();
            api.send("POST", at(api, "notices", id, "send-again"), null);
            note("It is sent again within seconds.");
            return DONE;
        }
    }

    /** Without a number it is only told. */
    @Command(
            name = "silence",
            mixinStandardHelpOptions = true,
            description = "After how many hours without a visit the Web Connector is missed; sets it.")
    static final class Silence extends CompanyVerb {

        @Parameters(paramLabel = "HOURS", arity = "0..1", description = "1 to 720.")
        private @Nullable Integer hours;

        @Override
        public Integer call() {
            Api api = api();
            String path = at(api, "notice-settings");
            Api.Answer answer = hours == null
                    ? api.get(path)
                    : api.send("PUT", path, Api.Content.json(Map.of("silentAfterHours", hours)));
            return told(
                    answer,
                    () -> out().printf(
                                    "The Web Connector is missed after %s hours.%n",
                                    Text.of(answer.json(), "/silentAfterHours")));
        }
    }
}
