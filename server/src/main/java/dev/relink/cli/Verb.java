package dev.relink.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all verbs share: where they write, {@code --json}, and how they refuse. */
abstract class Verb implements Callable<Integer> {

    static final int DONE = CommandLine.ExitCode.OK;
    static final int REFUSED = CommandLine.ExitCode.SOFTWARE;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Option(names = "--json", description = "Answer as JSON, for programs.")
    private boolean json;

    boolean json() {
        return json;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Says on stderr why, and gives the exit code. */
    int refused(String why) {
        spec.commandLine().getErr().println(why);
        return REFUSED;
    }

    /** Ends with the usage and exit code 2. */
    ParameterException badUsage(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
