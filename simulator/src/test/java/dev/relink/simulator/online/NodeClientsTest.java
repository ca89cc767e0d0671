package dev.relink.simulator.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two clients from npm that we did not write pass a suite against a realm. */
class NodeClientsTest {
    private static final Path SOURCE = Path.of("src/test/clients/node");
    private static final Path FOLDER = Path.of("target/clients/node");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "suite.js");

    @Test
    void node_quickbooks_and_intuit_oauth_work_with_the_realm_as_with_the_real_service() throws Exception {
        assumeTrue(runs("node", "--version"), "node is not installed: the clients from npm cannot judge the realm");
        assumeTrue(runs("npm", "--version"), "npm is not installed: the clients from npm cannot judge the realm");
        install();
        var realm = new TestRealm();
        Result result =
                run(FOLDER, List.of("node", "--test", "suite.js"), "http://localhost:" + TestRealm.port(), realm.id);
        assertThat(result.output()).as(result.output()).contains("# pass 8").contains("# fail 0");
        assertThat(result.code()).isZero();
    }

    /** The packages are installed once; a lock that changed installs them again. */
    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        Path lock = FOLDER.resolve("package-lock.json");
        boolean same = Files.isDirectory(FOLDER.resolve("node_modules"))
                && Files.exists(lock)
                && Files.mismatch(lock, SOURCE.resolve("package-lock.json")) == -1;
        for (String file : FILES) {
            Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!same) {
            Result result = run(
                    FOLDER,
                    List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"),
                    "",
                    "");
            assumeTrue(result.code() == 0, "npm could not install the clients: " + result.output());
        }
    }

    private record Result(int code, String output) {}

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Result run(Path folder, List<String> command, String base, String realm)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("RELINK_BASE", base);
        builder.environment().put("RELINK_REALM", realm);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Result(process.exitValue(), output);
    }
}
