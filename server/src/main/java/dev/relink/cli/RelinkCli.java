package dev.relink.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code relink VERB}. Exit codes: 0 done, 1 refused, failed or unknown (why, on stderr), 2 bad usage. A verb is one
 * class: it extends {@link Verb} and is named in the list of subcommands here.
 */
@Command(
        name = "relink",
        description = "Keeps a business app and QuickBooks in step.",
        synopsisSubcommandLabel = "VERB",
        subcommands = {Decode.class, CommandLine.HelpCommand.class},
        mixinStandardHelpOptions = true,
        version = "Relink 0.1")
public final class RelinkCli {

    private RelinkCli() {}

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    /** Runs one verb. @return the exit code */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new RelinkCli())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, _) -> {
                    line.getErr().println(failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(args);
    }
}
