package dev.relink.cli;

import picocli.CommandLine.Command;

/** {@code relink run}: Online now, Desktop at the next visit of the Web Connector. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs now (Online), or at the next visit of the Web Connector (Desktop).")
final class Run extends CompanyVerb {

    @Override
    public Integer call() {
        Api api = api();
        Api.Answer answer = api.send("POST", at(api, "cycles"), null);
        return told(answer, () -> out().printf("Runs %s.%n", Text.of(answer.json(), "/runs")));
    }
}
