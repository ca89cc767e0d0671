package dev.relink.cli;

import java.util.Map;
import picocli.CommandLine.Command;

/** {@code relink retry}: queues records once more. */
@Command(name = "retry", mixinStandardHelpOptions = true, description = "Sends records again at the next run.")
final class SendAgain extends RepairVerb.OfMany {

    @Override
    public Integer call() {
        return repair("send-again", Map.of());
    }
}
