package dev.relink.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code relink undo REPAIR}: takes a repair back while nothing was sent. */
@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        description = "Takes a repair back, as long as nothing was sent.")
final class Undo extends CompanyVerb {

    @Parameters(paramLabel = "REPAIR", description = "Its number, printed when it was made.")
    private String repair = "";

    @Override
    public Integer call() {
        Api api = api();
        Api.Answer answer = api.send("POST", at(api, "repairs", repair, "undo"), null);
        return told(
                answer,
                () -> out().printf(
                                "%s %s: %s%n",
                                Text.of(answer.json(), "/type"),
                                Text.of(answer.json(), "/id"),
                                Text.of(answer.json(), "/reason")));
    }
}
