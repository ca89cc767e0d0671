package dev.relink.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code relink tokens}: what programs sign in with. */
@Command(
        name = "tokens",
        mixinStandardHelpOptions = true,
        description = "Lists the tokens of programs; makes one; revokes one. Admins only.",
        subcommands = {Tokens.Add.class, Tokens.Revoke.class})
final class Tokens extends ServerVerb {

    private static final Table TABLE = new Table(
            Column.id("ID", "/id"),
            Column.text("NAME", "/name"),
            Column.id("ROLE", "/role"),
            new Column("COMPANIES", Column.Kind.CUT, Tokens::companies),
            Column.text("MADE BY", "/madeBy"),
            Column.time("MADE", "/madeAt"),
            Column.time("USED", "/usedAt"));

    @Override
    public Integer call() {
        Api.Answer answer = api().get("/tokens");
        JsonNode items = answer.json().path("items");
        return told(answer, () -> {
            if (items.isEmpty()) {
                out().println("There is no token that you administer.");
            } else {
                TABLE.print(out(), items, true);
            }
        });
    }

    private static String companies(JsonNode token) {
        return token.path("companies").isEmpty() ? "all" : Text.list(token, "/companies");
    }

    /** The token is shown once, here. */
    @Command(name = "add", mixinStandardHelpOptions = true, description = "Makes a token and shows it, this once.")
    static final class Add extends ServerVerb {

        @Parameters(paramLabel = "NAME", description = "Which program uses it.")
        private String name = "";

        @Option(names = "--role", required = true, paramLabel = "R", description = "viewer, operator or admin.")
        private String role = "";

        @Option(names = "--for", paramLabel = "COMPANY", description = "Only these companies; may be repeated.")
        private List<String> companies = List.of();

        @Override
        public Integer call() {
            Map<String, Object> wanted = Map.of("name", name, "role", role, "companies", companies);
            Api.Answer made = api().send("POST", "/tokens", Api.Content.json(wanted));
            return told(made, () -> {
                out().println(Text.of(made.json(), "/token"));
                note("Shown this once: keep it now. ./relink tokens revoke %s ends it."
                        .formatted(Text.of(made.json(), "/id")));
            });
        }
    }

    /** At once. */
    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Ends a token at once.")
    static final class Revoke extends ServerVerb {

        @Parameters(paramLabel = "ID", description = "Its number in the list.")
        private String id = "";

        @Override
        public Integer call() {
            api().send("DELETE", Api.path("tokens", id), null);
            if (!json()) {
                out().printf("Token %s is revoked.%n", Text.line(id));
            }
            return DONE;
        }
    }
}
