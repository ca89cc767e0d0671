package dev.relink.cli;

import java.util.Map;
import picocli.CommandLine.Command;

/** {@code relink reactivate}: an inactive record is made active in QuickBooks, then sent. */
@Command(
        name = "reactivate",
        mixinStandardHelpOptions = true,
        description = "Makes records active again in QuickBooks, then sends them.")
final class Reactivate extends RepairVerb.OfMany {

    @Override
    public Integer call() {
        return repair("reactivate", Map.of());
    }
}
