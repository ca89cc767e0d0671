package dev.relink.cli;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** One sync error for people: what happened, what to do, what may be the same in QuickBooks, and the evidence. */
final class ErrorText {

    private static final Table CANDIDATES = new Table(
            Column.id("QUICKBOOKS ID", "/quickbooksId"),
            Column.text("NAME", "/fullName"),
            Column.number("ALIKE", "/score"),
            Column.text("BOUND TO", "/boundTo"),
            new Column("DIFFERS", Column.Kind.WRAPPED, row -> Text.list(row, "/differs")));

    private final PrintWriter out;

    ErrorText(PrintWriter out) {
        this.out = out;
    }

    void print(JsonNode error, JsonNode candidates) {
        heading(error);
        guide(error);
        if (!candidates.path("items").isEmpty()) {
            out.println();
            out.println("May be the same in QuickBooks (./relink relink %s --to ID):".formatted(Text.of(error, "/id")));
            CANDIDATES.print(out, candidates.path("items"), true);
        }
        evidence("Request", error.at("/evidence/request").asString(""));
        evidence("Response", error.at("/evidence/response").asString(""));
    }

    private void heading(JsonNode error) {
        out.printf("Error %s  %s  (%s)%n", Text.of(error, "/id"), Text.of(error, "/code"), Text.of(error, "/family"));
        out.printf(
                "%s %s  %s%n%n", Text.of(error, "/type"), Text.of(error, "/recordId"), Text.of(error, "/recordName"));
    }

    private void guide(JsonNode error) {
        Labelled text = new Labelled(out);
        text.say("They said", Text.of(error, "/message"));
        text.say("Problem", Text.of(error, "/guide/problem"));
        text.say("Why", Text.of(error, "/guide/why"));
        text.say("Fix", Text.of(error, "/guide/fix"));
        text.say("Next", Text.of(error, "/guide/next"));
        text.say("Articles say", Text.of(error, "/guide/articles"));
        text.say("In fact", Text.of(error, "/guide/meaning"));
        text.say("Repairs", Text.list(error, "/repairs"));
        text.say("State", Text.of(error, "/state"));
        text.say("Tried", Text.of(error, "/attempts") + " times, last " + Text.time(error, "/lastSeen"));
        text.say("Next try", Text.time(error, "/nextTry"));
        text.say("Blocks", error.path("blocks").asLong() == 0 ? "" : Text.of(error, "/blocks") + " that wait on it");
    }

    private void evidence(String label, String raw) {
        if (!raw.isBlank()) {
            out.println();
            out.println(label);
            out.println(Text.lines(raw));
        }
    }
}
