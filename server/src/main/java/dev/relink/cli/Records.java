package dev.relink.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code relink records}: what the app last told us, and where each record stands. */
@Command(
        name = "records",
        mixinStandardHelpOptions = true,
        description = "Lists records with where they stand; shows one; sends some.",
        subcommands = {RecordVerbs.Put.class, RecordVerbs.Load.class, RecordVerbs.Delete.class})
final class Records extends CompanyVerb.OfMany {

    private static final Table TABLE = new Table(
            Column.id("TYPE", "/type"),
            Column.id("ID", "/id"),
            Column.text("NAME", "/name"),
            Column.id("STATE", "/state"),
            Column.id("IN QUICKBOOKS", "/quickbooksId"),
            Column.time("RECEIVED", "/receivedAt"));

    private static final Table HISTORY = new Table(
            Column.time("TIME", "/at"),
            Column.id("OUTCOME", "/outcome"),
            Column.text("BY", "/actor"),
            Column.id("CODE", "/code"),
            Column.wrapped("MESSAGE", "/message"));

    @Parameters(index = "0", arity = "0..1", paramLabel = "TYPE", description = "customer, invoice ...")
    private @Nullable String type;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "Shows this record.")
    private @Nullable String id;

    @Option(
            names = "--state",
            paramLabel = "S",
            description = "pending, synced, held, in-doubt, skipped, not-sent or deleted.")
    private @Nullable String state;

    @Option(names = "--q", paramLabel = "TEXT", description = "In the name or the id.")
    private @Nullable String q;

    @Override
    public Integer call() {
        if (type != null && id != null) {
            return one(type, id);
        }
        Map<String, String> filters =
                new Given().with("type", type).with("state", state).with("q", q).map();
        return list(
                "records",
                filters,
                TABLE,
                filters.isEmpty() ? "The app has sent no record yet." : "No record is like that.");
    }

    private int one(String recordType, String recordId) {
        Api api = api();
        Api.Answer answer = api.get(at(api, "records", recordType, recordId));
        return told(answer, () -> print(answer.json()));
    }

    private void print(JsonNode record) {
        Labelled text = new Labelled(out());
        out().printf("%s %s  %s%n", Text.of(record, "/type"), Text.of(record, "/id"), Text.of(record, "/name"));
        text.say("State", Text.of(record, "/state"));
        text.say("Skipped", Text.of(record, "/skipped"));
        text.say("Received", Text.time(record, "/receivedAt"));
        text.say("In QuickBooks", Text.of(record, "/binding/quickbooksId"));
        text.say("Gone since", Text.time(record, "/binding/goneAt"));
        text.say("Waits on", Text.of(record, "/pendingSync/waitsOn/recordName"));
        text.say("Error", (Text.of(record, "/syncError/id") + " " + Text.of(record, "/syncError/code")).strip());
        text.say("Problem", Text.of(record, "/syncError/problem"));
        text.say("Fix", Text.of(record, "/syncError/fix"));
        out().println();
        out().println(Text.lines(record.path("snapshot").toPrettyString()));
        if (!record.path("history").isEmpty()) {
            out().println();
            HISTORY.print(out(), record.path("history"), true);
        }
    }
}
