package dev.relink.quickbooks.desktop.webconnector;

import dev.relink.cycle.Visit;

/**
 * One visit of the Web Connector, from authenticate to close.
 *
 * @param overtaken a newer visit holds the company
 * @param percent what the last answer was answered with
 * @param lastError what getLastError says; empty when all is well
 */
record WebConnectorSession(
        Visit visit,
        State state,
        boolean overtaken,
        int percent,
        String lastError,
        int connectionErrors,
        String companyFile) {

    /** What was said last, and so what may come next. */
    enum State {
        AUTHENTICATED,
        /** A message set is out. */
        SENT,
        ANSWERED,
        /** QuickBooks was busy: the Web Connector shall wait and ask again. */
        PAUSED,
        /** Nothing is left but to close. */
        FINISHED
    }
}
