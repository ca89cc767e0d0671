package dev.relink.simulator.desktop.qbxml;

/** A message set is not well formed or does not fit the schema: the whole of it is refused. */
public final class StructureError extends Exception {
    private static final long serialVersionUID = 1L;

    StructureError(String message) {
        super(message, null, false, false);
    }

    /** What is wrong and where; QuickBooks tells nobody, its log file at most. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
