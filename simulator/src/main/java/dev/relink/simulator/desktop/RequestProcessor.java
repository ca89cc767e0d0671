package dev.relink.simulator.desktop;

/** What QBXMLRP2 is: the door to a company file. One instance is one session of one application. */
public final class RequestProcessor {
    private final CompanyFile companyFile;
    private final Application application;

    RequestProcessor(CompanyFile companyFile, Application application) {
        this.companyFile = companyFile;
        this.application = application;
    }

    /**
     * Runs one message set.
     *
     * @param qbxml the whole text, prolog and {@code <?qbxml version?>} included
     * @return the answer, a whole qbXML text
     * @throws RequestRefused if the whole set is refused or QuickBooks dies in it
     */
    public String process(String qbxml) throws RequestRefused {
        throw new UnsupportedOperationException("to come: " + companyFile.name() + qbxml.length());
    }

    /**
     * The answer to Host, Company and Preferences queries, requestID 0 to 2, that the Web Connector sends along with its
     * first sendRequestXML. The company carries the application's FileID and AppLock once it was {@link #register}ed.
     */
    public String hostCompanyPreferences() {
        throw new UnsupportedOperationException("to come: " + application);
    }

    /** Writes the application's FileID and AppLock into the company, as the Web Connector does when one is added. */
    public void register() {
        throw new UnsupportedOperationException("to come");
    }

    /** Ends the session: its iterators are gone. */
    public void end() {
        throw new UnsupportedOperationException("to come");
    }
}
