package dev.relink.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code relink webhooks}: programs that are told what is new about a company. */
@Command(
        name = "webhooks",
        mixinStandardHelpOptions = true,
        description = "Lists the webhooks of a company; adds, changes, tests or removes one. Admins only.",
        subcommands = {
            Webhooks.Add.class,
            Webhooks.Change.class,
            Webhooks.Secret.class,
            Webhooks.Test.class,
            Webhooks.Remove.class
        })
final class Webhooks extends CompanyVerb {

    private static final String SHOWN_ONCE = "Shown this once: its receiver checks the signatures with it.";

    private static final Table TABLE = new Table(
            Column.id("ID", "/id"),
            Column.text("ADDRESS", "/url"),
            new Column("TOLD OF", Column.Kind.CUT, webhook -> Text.list(webhook, "/notices")),
            Column.number("MINUTES", "/everyMinutes"),
            new Column("STATE", Column.Kind.CUT, Webhooks::state),
            Column.text("ADDED BY", "/madeBy"));

    @Override
    public Integer call() {
        Api api = api();
        Api.Answer answer = api.get(at(api, "webhooks"));
        JsonNode items = answer.json().path("items");
        return told(answer, () -> {
            if (items.isEmpty()) {
                out().println("No program is told: ./relink webhooks add URL adds one.");
            } else {
                TABLE.print(out(), items, true);
            }
        });
    }

    private static String state(JsonNode webhook) {
        return webhook.hasNonNull("offBecause") ? "off" : webhook.hasNonNull("failingSince") ? "failing" : "on";
    }

    /** The secret is shown once, here. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds a webhook and shows its secret, this once.")
    static final class Add extends CompanyVerb {

        @Parameters(paramLabel = "URL", description = "Where messages are posted to.")
        private String url = "";

        @Mixin
        private InterestOptions interest = new InterestOptions();

        @Override
        public Integer call() {
            Map<String, Object> wanted = new LinkedHashMap<>(Map.of("url", url));
            interest.into(wanted);
            Api api = api();
            Api.Answer made = api.send("POST", at(api, "webhooks"), Api.Content.json(wanted));
            return told(made, () -> {
                out().println(Text.of(made.json(), "/secret"));
                note("%s ./relink webhooks test %s sends it a message."
                        .formatted(SHOWN_ONCE, Text.of(made.json(), "/id")));
            });
        }
    }

    /** What is not given stays. */
    @Command(
            name = "change",
            mixinStandardHelpOptions = true,
            description = "Changes a webhook's address or what it is told; switches it on again. Its secret stays.")
    static final class Change extends CompanyVerb {

        @Parameters(paramLabel = "ID", description = "Its number in the list.")
        private String id = "";

        @Option(names = "--url", paramLabel = "URL", description = "Another address.")
        private @Nullable String url;

        @Mixin
        private InterestOptions interest = new InterestOptions();

        @Override
        public Integer call() {
            Api api = api();
            JsonNode before = api.get(at(api, "webhooks"))
                    .json()
                    .path("items")
                    .valueStream()
                    .filter(one -> Text.of(one, "/id").equals(id))
                    .findFirst()
                    .orElseThrow(() -> new Refusal("There is no webhook %s.".formatted(Text.line(id))));
            Map<String, Object> wanted = new LinkedHashMap<>();
            wanted.put("url", url == null ? Text.of(before, "/url") : url);
            wanted.put("notices", before.path("notices"));
            wanted.put("everyMinutes", before.path("everyMinutes"));
            interest.into(wanted);
            Api.Answer changed = api.send("PUT", at(api, "webhooks", id), Api.Content.json(wanted));
            return told(changed, () -> out().printf("Webhook %s is changed.%n", Text.line(id)));
        }
    }

    /** Both secrets hold for a day. */
    @Command(
            name = "secret",
            mixinStandardHelpOptions = true,
            description = "Makes a new secret and shows it, this once.")
    static final class Secret extends CompanyVerb {

        @Parameters(paramLabel = "ID", description = "Its number in the list.")
        private String id = "";

        @Override
        public Integer call() {
            Api api = api();
            Api.Answer made = api.send("POST", at(api, "webhooks", id, "secret"), null);
            return told(made, () -> {
                out().println(Text.of(made.json(), "/secret"));
                note(SHOWN_ONCE + " For a day messages are signed with the old one too.");
            });
        }
    }

    /** Sent within seconds. */
    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = "Sends a webhook a message that says it is a test.")
    static final class Test extends CompanyVerb {

        @Parameters(paramLabel = "ID", description = "Its number in the list.")
        private String id = "";

        @Override
        public Integer call() {
            Api api = api();
            api.send("POST", at(api, "webhooks", id, "test"), null);
            note("A test is on its way: ./relink notices says what came of it.");
            return DONE;
        }
    }

    /** What waits for it is not sent. */
    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a webhook.")
    static final class Remove extends CompanyVerb {

        @Parameters(paramLabel = "ID", description = "Its number in the list.")
        private String id = "";

        @Override
        public Integer call() {
            Api api = api();
            api.send("DELETE", at(api, "webhooks", id), null);
            if (!json()) {
                out().printf("Webhook %s is removed.%n", Text.line(id));
            }
            return DONE;
        }
    }
}
