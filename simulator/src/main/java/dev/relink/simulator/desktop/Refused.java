package dev.relink.simulator.desktop;

/** QuickBooks showed the person at the keyboard a warning and did nothing. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message the text of the warning */
    public Refused(String message) {
        super(message);
    }
}
