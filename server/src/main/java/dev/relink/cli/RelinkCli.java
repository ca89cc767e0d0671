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
        subcommands = {
            Status.class,
            Companies.class,
            Records.class,
            Pending.class,
            Errors.class,
            ClearId.class,
            RelinkTo.class,
            SendAgain.class,
            SyncParentFirst.class,
            Rename.class,
            Reactivate.class,
            KeepApp.class,
            KeepQuickBooks.class,
            CreateNew.class,
            Skip.class,
            Undo.class,
            Bindings.class,
            History.class,
            Run.class,
            Tokens.class,
            Webhooks.class,
            Notices.class,
            Subscriptions.class,
            UnknownCodes.class,
            Decode.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        version = "Relink 0.1")
public final class RelinkCli {

    private final Surroundings surroundings;

    private RelinkCli(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(new Surroundings(System.getenv(), System.in), out, err, args);
        out.flush();
        System.exit(code);
    }

    /** Runs one verb. @return the exit code */
    static int run(Surroundings surroundings, PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new RelinkCli(surroundings))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, _) -> {
                    line.getErr().println(failure instanceof Refusal ? failure.getMessage() : "It failed: " + failure);
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(args);
    }

    Surroundings surroundings() {
        return surroundings;
    }
}
