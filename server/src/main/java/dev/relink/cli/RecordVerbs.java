package dev.relink.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What the app does with its records, done by hand. */
final class RecordVerbs {

    private RecordVerbs() {}

    /** One record, whole. */
    @Command(name = "put", mixinStandardHelpOptions = true, description = "Sends one record, whole.")
    static final class Put extends CompanyVerb {

        @Parameters(index = "0", paramLabel = "TYPE", description = "customer, invoice ...")
        private String type = "";

        @Parameters(index = "1", paramLabel = "ID", description = "Its id in the app.")
        private String id = "";

        @Parameters(index = "2", paramLabel = "FILE|-", description = "The record as JSON; - is the standard input.")
        private String file = "";

        @Override
        public Integer call() {
            Api api = api();
            var record = new Api.Content(
                    "application/json", new Source(file, surroundings().in()).bytes());
            Api.Answer answer = api.send("PUT", at(api, "records", type, id), record);
            return told(answer, () -> out().println(stands(type, id, answer.json())));
        }
    }

    /** The app deleted it. */
    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = "Says that the app deleted a record: voided or made inactive in QuickBooks as its flow says.")
    static final class Delete extends CompanyVerb {

        @Parameters(index = "0", paramLabel = "TYPE", description = "customer, invoice ...")
        private String type = "";

        @Parameters(index = "1", paramLabel = "ID", description = "Its id in the app.")
        private String id = "";

        @Override
        public Integer call() {
            Api api = api();
            Api.Answer answer = api.send("DELETE", at(api, "records", type, id), null);
            return told(answer, () -> out().println(stands(type, id, answer.json())));
        }
    }

    private static String stands(String type, String id, JsonNode answer) {
        String state = Text.of(answer, "/state");
        return Text.line(type + " " + id) + ": "
                + switch (state) {
                    case "pending" -> "pending, QuickBooks will be told.";
                    case "unchanged" -> "unchanged, QuickBooks need not be told.";
                    case "not-sent" -> "kept, but not sent to QuickBooks.";
                    default -> state + ".";
                };
    }

    /** Many records, a line each. */
    @Command(
            name = "load",
            mixinStandardHelpOptions = true,
            description = {
                "Sends many records: a file with a line of JSON each, any size.",
                "{\"type\":\"customer\",\"id\":\"1\",\"record\":{...}} or {\"type\":..., \"id\":..., \"deleted\":true}",
                "Good lines are kept, bad ones reported."
            })
    static final class Load extends CompanyVerb {

        @Parameters(paramLabel = "FILE.ndjson|-", description = "- is the standard input.")
        private String file = "";

        @Override
        public Integer call() {
            Api api = api();
            var lines = new Api.Content(
                    "application/x-ndjson", new Source(file, surroundings().in()).bytes());
            Api.Answer answer = api.send("POST", at(api, "records"), lines);
            JsonNode received = answer.json();
            long rejected = received.path("rejectedTotal").asLong();
            told(
                    answer,
                    () -> out().printf(
                                    "%s accepted, %s unchanged, %d rejected.%n",
                                    received.path("accepted"), received.path("unchanged"), rejected));
            return rejected == 0 ? DONE : refused(why(received.path("rejected"), rejected));
        }

        private static String why(JsonNode lines, long total) {
            StringBuilder why = new StringBuilder();
            lines.forEach(line -> why.append("line ")
                    .append(line.path("line"))
                    .append(ServerProblem.fields(line.path("errors")))
                    .append('\n'));
            long untold = total - lines.size();
            return untold > 0
                    ? why + "... and %d lines more.".formatted(untold)
                    : why.toString().stripTrailing();
        }
    }
}
