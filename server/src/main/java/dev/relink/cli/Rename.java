package dev.relink.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code relink rename ERROR --name NAME}: another name in QuickBooks, where its own is taken. */
@Command(
        name = "rename",
        mixinStandardHelpOptions = true,
        description = "Gives a record another name in QuickBooks only, and sends it.")
final class Rename extends RepairVerb.OfOne {

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Its name in QuickBooks.")
    private String name = "";

    @Override
    public Integer call() {
        return repair("rename", "name", name);
    }
}
