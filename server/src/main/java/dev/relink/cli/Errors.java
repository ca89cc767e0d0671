package dev.relink.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code relink errors}: what is held and why; with an id, what to do about it. */
@Command(
        name = "errors",
        mixinStandardHelpOptions = true,
        description = "Lists sync errors, newest first; with an ID, tells what to do and shows the evidence.")
final class Errors extends CompanyVerb.OfMany {

    private static final Table TABLE = new Table(
            Column.id("ERROR", "/id"),
            Column.id("CODE", "/code"),
            Column.id("TYPE", "/type"),
            Column.text("RECORD", "/recordName"),
            Column.text("PROBLEM", "/problem"),
            Column.time("LAST SEEN", "/lastSeen"));

    @Parameters(arity = "0..1", paramLabel = "ID", description = "One error.")
    private @Nullable String id;

    @Mixin
    private ErrorFilter filter = new ErrorFilter();

    @Override
    public Integer call() {
        if (id != null) {
            return one(id);
        }
        Map<String, String> filters = filter.map();
        return list(
                "sync-errors",
                filters,
                TABLE,
                filters.isEmpty() ? "There are no sync errors: nothing is held." : "No sync error is like that.");
    }

    private int one(String error) {
        Api api = api();
        Api.Answer answer = api.get(at(api, "sync-errors", error));
        return told(
                answer,
                () -> new ErrorText(out())
                        .print(
                                answer.json(),
                                api.get(at(api, "sync-errors", error, "candidates"))
                                        .json()));
    }
}
