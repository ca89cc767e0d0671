package dev.relink.simulator.webconnector;

import dev.relink.simulator.desktop.RequestRefused;

/** QuickBooks as the Web Connector finds it on its PC: a program that may or may not let it in. */
public interface QuickBooks {
    /**
     * OpenConnection and BeginSession.
     *
     * @param companyFile the full path of a company file, or {@code ""} for whatever file is open
     * @throws RequestRefused when QuickBooks is closed, shows a dialog, has another file open ...
     */
    Session begin(String companyFile) throws RequestRefused;

    /** One session with one company file. */
    interface Session {
        /** The full path of the company file that is really open. */
        String companyFile();

        /** The answers to the Host, Company and Preferences queries in one qbXML text. */
        String hostCompanyPreferences() throws RequestRefused;

        /**
         * ProcessRequest: runs a message set.
         *
         * @throws RequestRefused when the whole call fails; some of it may have been executed all the same
         */
        String process(String qbxml) throws RequestRefused;
    }

    /** QuickBooks itself is gone in the middle of a message set, and takes the Web Connector's session with it. */
    final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Died(String message) {
            super(message);
        }
    }
}
