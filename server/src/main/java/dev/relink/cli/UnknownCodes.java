package dev.relink.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code relink unknown-codes}: what QuickBooks said that the catalogue does not know yet. */
@Command(
        name = "unknown-codes",
        mixinStandardHelpOptions = true,
        description = "Lists the codes that the catalogue does not know yet, with a text to report them. Admins only.")
final class UnknownCodes extends ServerVerb {

    private static final Table TABLE = new Table(
            Column.id("CODE", "/code"),
            Column.number("TIMES", "/times"),
            Column.number("COMPANIES", "/companies"),
            Column.time("LAST SEEN", "/lastSeen"),
            Column.wrapped("QUICKBOOKS SAID", "/message"));

    @Option(names = "--report", description = "Prints the texts to report, without names and ids.")
    private boolean report;

    @Override
    public Integer call() {
        Api.Answer answer = api().get("/unknown-codes");
        JsonNode items = answer.json().path("items");
        return told(answer, () -> print(items));
    }

    private void print(JsonNode items) {
        if (items.isEmpty()) {
            out().println("There is none: the catalogue knows every code that came.");
        } else if (report) {
            items.forEach(item -> out().println(Text.of(item, "/report")));
        } else {
            TABLE.print(out(), items, true);
        }
    }
}
