package dev.relink.cli;

import java.util.Map;
import picocli.CommandLine.Command;

/** {@code relink keep-app}: both sides changed, the app's values win. */
@Command(
        name = "keep-app",
        mixinStandardHelpOptions = true,
        description = "Where both sides changed: the app's values win.")
final class KeepApp extends RepairVerb.OfMany {

    @Override
    public Integer call() {
        return repair("keep-app", Map.of());
    }
}
