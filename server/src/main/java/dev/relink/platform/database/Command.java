package dev.relink.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a program of the operating system to its end. */
final class Command {

    private Command() {}

    static boolean succeeds(List<String> command) {
        try {
            run(command);
            return true;
        } catch (CommandFailed _) {
            return false;
        }
    }

    /**
     * What it printed. The output goes through a file and not a pipe: a server that the program leaves behind would
     * hold a pipe open for ever.
     */
    static String run(List<String> command) {
        try {
            Path output = Files.createTempFile("relink-", ".out");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(Path.of("/").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                int exit = process.waitFor();
                String printed = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
                if (exit != 0) {
                    throw new CommandFailed(command, "ended with " + exit + ": " + printed);
                }
                return printed;
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new CommandFailed(command, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(command, "was interrupted");
        }
    }

    static final class CommandFailed extends RuntimeException {
        CommandFailed(List<String> command, String what) {
            super(String.join(" ", command) + " " + what);
        }
    }
}
