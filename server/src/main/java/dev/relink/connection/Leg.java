package dev.relink.connection;

import java.util.Locale;

/** The legs of a connection, from the app to the books. What is broken on one says nothing about those behind it. */
public enum Leg {
    APP("App → Relink"),
    WEB_CONNECTOR("Relink ← Web Connector"),
    QUICKBOOKS("Web Connector ↔ QuickBooks"),
    COMPANY_FILE("Company file");

    private final String label;

    Leg(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** For programs: {@code web-connector}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
