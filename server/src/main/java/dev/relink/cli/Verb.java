package dev.relink.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        return given(Verb.class, verb -> verb.json ? true : null) != null;
    }

    /** An option, whether it stands after this verb or after one before it ({@code companies --json add}). */
    <V extends Verb, T> @Nullable T given(Class<V> kind, Function<V, @Nullable T> option) {
        return Stream.iterate(spec, Objects::nonNull, CommandSpec::parent)
                .map(CommandSpec::userObject)
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(option)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    Surroundings surroundings() {
        return ((RelinkCli) spec.root().userObject()).surroundings();
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Says on stderr why, and gives the exit code. */
    int refused(String why) {
        note(why);
        return REFUSED;
    }

    /** For people, beside an answer that a program may read from stdout. */
    void note(String text) {
        spec.commandLine().getErr().println(text);
    }

    /** Ends with the usage and exit code 2. */
    ParameterException badUsage(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
