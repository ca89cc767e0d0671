package dev.relink.cli;

import java.util.Map;
import picocli.CommandLine.Command;

/** {@code relink keep-quickbooks}: both sides changed, QuickBooks' values stay. */
@Command(
        name = "keep-quickbooks",
        mixinStandardHelpOptions = true,
        description = "Where both sides changed: QuickBooks' values stay until the app changes the record again.")
final class KeepQuickBooks extends RepairVerb.OfMany {

    @Override
    public Integer call() {
        return repair("keep-quickbooks", Map.of());
    }
}
