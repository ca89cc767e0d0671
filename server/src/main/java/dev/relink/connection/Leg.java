package dev.relink.connection;

import java.util.List;
import java.util.Locale;

/**
 * The legs of a connection, from the app to the books: those of Desktop, then those of Online. What is broken on one says
 * nothing about those behind it.
 */
public enum Leg {
    APP("App → Relink"),
    WEB_CONNECTOR("Relink ← Web Connector"),
    QUICKBOOKS("Web Connector ↔ QuickBooks"),
    COMPANY_FILE("Company file"),
    QUICKBOOKS_ONLINE("Relink → QuickBooks Online"),
    REALM("Company in QuickBooks Online");

    private static final List<Leg> DESKTOP = List.of(APP, WEB_CONNECTOR, QUICKBOOKS, COMPANY_FILE);
    private static final List<Leg> ONLINE = List.of(APP, QUICKBOOKS_ONLINE, REALM);

    private final String label;

    Leg(String label) {
        this.label = label;
    }

    /** All legs of the way that this one is on, from the app's side. */
    public List<Leg> way() {
        return ONLINE.subList(1, ONLINE.size()).contains(this) ? ONLINE : DESKTOP;
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
