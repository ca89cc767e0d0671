package dev.relink.simulator.webconnector;

/** QuickBooks as the Web Connector finds it on its PC: a program that may or may not let it in. */
public interface QuickBooks {
    /**
     * OpenConnection and BeginSession.
     *
     * @param companyFile the full path of a company file, or {@code ""} for whatever file is open
     * @throws Refused when QuickBooks is closed, shows a dialog, has another file open ...
     */
    Session begin(String companyFile) throws Refused;

    /** One session with one company file. */
    interface Session {
        /** The full path of the company file that is really open. */
        String companyFile();

        /** The answers to the Host, Company and Preferences queries in one qbXML text. */
        String hostCompanyPreferences() throws Refused;

        /**
         * ProcessRequest: runs a message set.
         *
         * @throws Refused when the whole call fails; some of it may have been executed all the same
         */
        String process(String qbxml) throws Refused;
    }

    /** QuickBooks refused a whole call: a COM error instead of an answer. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final String hresult;

        /**
         * @param hresult hexadecimal text as it travels, such as {@code 0x80040408}
         * @param message the sentence that goes with it
         */
        public Refused(String hresult, String message) {
            super(message);
            this.hresult = hresult;
        }

        /** Hexadecimal text such as {@code 0x80040408}. */
        public String hresult() {
            return hresult;
        }

        /** The sentence that goes with the HRESULT. */
        public String message() {
            return String.valueOf(getMessage());
        }
    }

    /** QuickBooks itself is gone in the middle of a message set, and takes the Web Connector's session with it. */
    final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Died(String message) {
            super(message);
        }
    }
}
