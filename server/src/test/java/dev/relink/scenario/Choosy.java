package dev.relink.scenario;

import dev.relink.simulator.webconnector.QuickBooks;

/** A QuickBooks that finds one text unparsable, and with it the whole message set around it. Nothing of it is done. */
record Choosy(QuickBooks quickBooks, String unparsable) implements QuickBooks {

    @Override
    public Session begin(String companyFile) throws Refused {
        Session session = quickBooks.begin(companyFile);
        return new Session() {
            @Override
            public String companyFile() {
                return session.companyFile();
            }

            @Override
            public String hostCompanyPreferences() throws Refused {
                return session.hostCompanyPreferences();
            }

            @Override
            public String process(String qbxml) throws Refused {
                if (qbxml.contains("AddRq") && qbxml.contains(unparsable)) {
                    throw new Refused(
                            "0x80040400", "QuickBooks found an error when parsing the provided XML text stream.");
                }
                return session.process(qbxml);
            }
        };
    }
}
