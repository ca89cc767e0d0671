package dev.relink.cli;

import java.util.Map;
import picocli.CommandLine.Command;

/** {@code relink create-new}: a new record although a match was seen. */
@Command(
        name = "create-new",
        mixinStandardHelpOptions = true,
        description =
                "Creates records anew although a match was seen. That makes a duplicate where they are the same. Admins only.")
final class CreateNew extends RepairVerb.OfMany {

    @Override
    public Integer call() {
        return repair("create-new", Map.of());
    }
}
