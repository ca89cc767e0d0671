package dev.relink.simulator.webconnector;

/** How a run ended. */
public enum Ending {
    /** The server said 100 percent. */
    FINISHED,
    /** The server had nothing to do ({@code none}). */
    NO_WORK,
    /** The server does not know the user or the password ({@code nvu}, QBWC1040). */
    WRONG_PASSWORD,
    /** Another session of the same user is alive ({@code busy}). */
    BUSY,
    /** "Update postponed by application"; only in runs by schedule. */
    POSTPONED,
    /** The server refused this version of the Web Connector (QBWC1037, QBWC1046). */
    VERSION_REFUSED,
    /** QuickBooks could not be opened and the server said {@code done} (QBWC1013). */
    QUICKBOOKS_NOT_OPENED,
    /** QuickBooks did not say who it is (QBWC1014). */
    COMPANY_UNKNOWN,
    /** The server answered a negative percentage, or nothing to run together with an error text. */
    STOPPED_BY_SERVER,
    /** A SOAP call failed; it is not repeated before the next run. */
    CALL_FAILED
}
