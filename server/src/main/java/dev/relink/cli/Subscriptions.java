package dev.relink.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code relink subscriptions}: who is told about a company by mail. */
@Command(
        name = "subscriptions",
        mixinStandardHelpOptions = true,
        description = "Lists who gets mail about a company; adds or removes one. Admins only.",
        subcommands = {Subscriptions.Add.class, Subscriptions.Remove.class})
final class Subscriptions extends CompanyVerb {

    private static final Table TABLE = new Table(
            Column.id("ADDRESS", "/email"),
            Column.text("NAME", "/name"),
            new Column("TOLD OF", Column.Kind.CUT, one -> Text.list(one, "/notices")),
            Column.number("MINUTES", "/everyMinutes"));

    @Override
    public Integer call() {
        Api api = api();
        Api.Answer answer = api.get(at(api, "subscriptions"));
        JsonNode items = answer.json().path("items");
        return told(answer, () -> {
            if (items.isEmpty()) {
                out().println("Nobody gets mail: ./relink subscriptions add EMAIL adds somebody.");
            } else {
                TABLE.print(out(), items, true);
            }
        });
    }

    /** Again = changed. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Tells somebody who may see the company by mail; again, to change what.")
    static final class Add extends CompanyVerb {

        @Parameters(paramLabel = "EMAIL", description = "As they sign in.")
        private String email = "";

        @Mixin
        private InterestOptions interest = new InterestOptions();

        @Override
        public Integer call() {
            Map<String, Object> wanted = new LinkedHashMap<>();
            interest.into(wanted);
            Api api = api();
            Api.Answer made = api.send("PUT", at(api, "subscriptions", email), Api.Content.json(wanted));
            return told(
                    made,
                    () -> out().printf(
                                    "%s is told of %s, every %s minutes at most.%n",
                                    Text.of(made.json(), "/name"),
                                    Text.list(made.json(), "/notices"),
                                    Text.of(made.json(), "/everyMinutes")));
        }
    }

    /** At once. */
    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Ends the mails to somebody.")
    static final class Remove extends CompanyVerb {

        @Parameters(paramLabel = "EMAIL", description = "As in the list.")
        private String email = "";

        @Override
        public Integer call() {
            Api api = api();
            api.send("DELETE", at(api, "subscriptions", email), null);
            if (!json()) {
                out().printf("%s gets no more mail.%n", Text.line(email));
            }
            return DONE;
        }
    }
}
