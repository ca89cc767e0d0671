package dev.relink.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** A verb that does something about sync errors. Some may be accepted and others refused: every verdict is printed. */
abstract class RepairVerb extends CompanyVerb {

    private static final Table TABLE = new Table(
            Column.id("ERROR", "/syncError"),
            Column.id("VERDICT", "/verdict"),
            Column.wrapped("WHAT WILL HAPPEN, OR WHY NOT", "/reason"),
            Column.id("REPAIR", "/repair"));

    @Option(names = "--dry-run", description = "Says what would happen and changes nothing.")
    private boolean dryRun;

    /** @param wanted the repair, its own words, and {@code syncErrors} or {@code filter} */
    final int repair(Map<String, Object> wanted) {
        Api api = api();
        Map<String, Object> body = new LinkedHashMap<>(wanted);
        body.put("dryRun", dryRun);
        Api.Answer answer = api.send("POST", at(api, "repairs"), Api.Content.json(body));
        JsonNode json = answer.json();
        told(answer, () -> print(json));
        long refused = json.path("refused").asLong();
        return refused == 0
                ? DONE
                : refused("%d of %d refused."
                        .formatted(refused, json.path("items").size()));
    }

    private void print(JsonNode answer) {
        JsonNode items = answer.path("items");
        if (items.isEmpty()) {
            out().println("No sync error is like that: nothing was done.");
            return;
        }
        TABLE.print(out(), items, true);
        if (answer.path("accepted").asLong() > 0) {
            out().println();
            out().println(
                            dryRun
                                    ? "This was a dry run: nothing is changed."
                                    : "Until something is sent: ./relink undo REPAIR takes it back.");
        }
    }

    /** About one error. */
    abstract static class OfOne extends RepairVerb {

        @Parameters(paramLabel = "ERROR", description = "The id of a sync error.")
        private String error = "";

        final int repair(String word, String argument, String value) {
            return repair(Map.of("repair", word, argument, value, "syncErrors", List.of(error)));
        }
    }

    /** About all errors that are named, or all that match. */
    abstract static class OfMany extends RepairVerb {

        @Parameters(arity = "0..*", paramLabel = "ERROR", description = "Ids of sync errors; or use a filter.")
        private List<String> errors = List.of();

        @Mixin
        private ErrorFilter filter = new ErrorFilter();

        final int repair(String word, Map<String, String> arguments) {
            Map<String, String> filters = filter.map();
            if (errors.isEmpty() == filters.isEmpty()) {
                throw badUsage("Give either ids of sync errors or a filter: --code, --type, --family or --q.");
            }
            Map<String, Object> wanted = new LinkedHashMap<>(arguments);
            wanted.put("repair", word);
            if (errors.isEmpty()) {
                wanted.put("filter", filters);
            } else {
                wanted.put("syncErrors", errors);
            }
            return repair(wanted);
        }
    }
}
