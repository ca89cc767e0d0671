package dev.relink.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of its own for one side of a measurement, on this JVM's class path. It is told lines and answers each with one. */
final class JavaChild implements AutoCloseable {

    private final Process process;
    private final PrintStream tell;
    private final BufferedReader answers;

    private JavaChild(Process process) {
        this.process = process;
        this.tell = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    static JavaChild start(Class<?> main, int heapMegabytes, String... arguments) {
        return start(main, List.of("-Xmx" + heapMegabytes + "m"), Map.of(), null, arguments);
    }

    /** @param log where its output goes; null: it answers on it */
    static JavaChild start(
            Class<?> main,
            List<String> options,
            Map<String, String> environment,
            @org.jspecify.annotations.Nullable Path log,
            String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        if (log != null) {
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
        }
        builder.environment().keySet().removeIf(name -> name.startsWith("RELINK_"));
        builder.environment().putAll(environment);
        try {
            return new JavaChild(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException when it died instead of answering; why is on its error output */
    String ask(String line) throws IOException {
        tell.println(line);
        return answer();
    }

    String answer() throws IOException {
        String answer = answers.readLine();
        if (answer == null) {
            throw new IllegalStateException("A measuring process died: what it said is above.");
        }
        return answer;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end, and waits: the server stops its database first. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
