package dev.relink.cli;

import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code relink status}: is everything in step, and if not, what to look at. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Tells how a company's link to QuickBooks is and what there is to do.")
final class Status extends CompanyVerb {

    @Override
    public Integer call() {
        Api api = api();
        Api.Answer answer = api.get(at(api));
        return told(answer, () -> print(answer.json()));
    }

    private void print(JsonNode company) {
        out().printf("%s (%s)%n%n", Text.of(company, "/name"), Text.of(company, "/id"));
        company.path("health").forEach(this::health);
        JsonNode counts = company.path("counts");
        counted("Pending", counts.path("pending").asLong(), "./relink pending");
        counted("In doubt", counts.path("inDoubt").asLong(), "looked up in QuickBooks at the next run");
        counted("Errors", counts.path("syncErrors").asLong(), "./relink errors");
        counted("Bound", counts.path("bound").asLong(), "./relink bindings");
        out().println();
        out().println(sum(company));
    }

    private void health(JsonNode link) {
        Labelled text = new Labelled(out());
        String seen = Text.time(link, "/lastSeen");
        text.say(
                "Link",
                switch (Text.of(link, "/state")) {
                    case "new" -> "QuickBooks has not been heard of yet.";
                    case "working" -> "Working; QuickBooks was last heard of at %s.".formatted(seen);
                    case "stopped" -> "Stopped: %s.".formatted(Text.of(link, "/because"));
                    default -> Text.of(link, "/state") + ".";
                });
        text.say("", Text.of(link, "/detail"));
        if (link.has("problem") && !link.path("problem").isNull()) {
            text.say(
                    "Trouble",
                    "%s %s (%s)"
                            .formatted(
                                    Text.of(link, "/problem/code"),
                                    Text.of(link, "/problem/message"),
                                    Text.time(link, "/problem/at"))
                            .strip());
        }
        text.say("Last run", lastRun(link.path("lastRun")));
    }

    private static String lastRun(JsonNode run) {
        return run.isObject()
                ? "%s: %s synced, %s failed, %s in doubt"
                        .formatted(
                                Text.time(run, "/started"),
                                Text.of(run, "/synced"),
                                Text.of(run, "/failed"),
                                Text.of(run, "/inDoubt"))
                : "";
    }

    private void counted(String label, long count, String how) {
        new Labelled(out()).say(label, count == 0 ? "none" : "%d (%s)".formatted(count, how));
    }

    private static String sum(JsonNode company) {
        JsonNode counts = company.path("counts");
        String link = Text.of(company, "/health/0/state");
        if (!link.equals("working")) {
            return "Nothing is sent until the link works.";
        }
        if (counts.path("syncErrors").asLong() > 0) {
            return "Some records need you: ./relink errors lists them with what to do.";
        }
        boolean waiting =
                counts.path("pending").asLong() + counts.path("inDoubt").asLong() > 0;
        return waiting ? "Nothing needs you: what is pending goes at the next run." : "Everything is in step.";
    }
}
