package dev.relink.cli;

import java.util.Map;
import picocli.CommandLine.Command;

/** {@code relink sync-parent-first}: what a record belongs to goes first. */
@Command(
        name = "sync-parent-first",
        mixinStandardHelpOptions = true,
        description = "Sends what records belong to first, then these, in the same run.")
final class SyncParentFirst extends RepairVerb.OfMany {

    @Override
    public Integer call() {
        return repair("sync-parent-first", Map.of());
    }
}
