package dev.relink.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code relink relink ERROR --to ID}: binds a record to another one in QuickBooks. */
@Command(
        name = "relink",
        mixinStandardHelpOptions = true,
        description = "Binds a record to one in QuickBooks; checked there at the next run.")
final class RelinkTo extends RepairVerb.OfOne {

    @Option(
            names = "--to",
            required = true,
            paramLabel = "QUICKBOOKS_ID",
            description = "ListID, TxnID or Id; ./relink errors ERROR lists what may be the same.")
    private String to = "";

    @Override
    public Integer call() {
        return repair("relink", "quickbooksId", to);
    }
}
