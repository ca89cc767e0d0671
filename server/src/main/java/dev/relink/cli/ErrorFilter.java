package dev.relink.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which sync errors. */
final class ErrorFilter {

    @Option(names = "--code", paramLabel = "C", description = "Those with this status code: desktop:3120 or 3120.")
    private @Nullable String code;

    @Option(names = "--type", paramLabel = "T", description = "Those of this entity type: customer, invoice ...")
    private @Nullable String type;

    @Option(names = "--family", paramLabel = "F", description = "Those of this kind: missing-link, name-clash ...")
    private @Nullable String family;

    @Option(names = "--q", paramLabel = "TEXT", description = "Those with this in the record's name or in the message.")
    private @Nullable String q;

    /** Bare numbers are Desktop's, as in {@code decode}. */
    Map<String, String> map() {
        return new Given()
                .with("code", code != null && code.matches("\\d+") ? "desktop:" + code : code)
                .with("type", type)
                .with("family", family)
                .with("q", q)
                .map();
    }
}
