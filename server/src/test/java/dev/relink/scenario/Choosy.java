package dev.relink.scenario;

import dev.relink.simulator.webconnector.QuickBooks;

/**
 * A QuickBooks that cannot bear one text in what it shall add: it refuses the whole message set around it, or dies of it.
 * Nothing of the set is done.
 */
record Choosy(QuickBooks quickBooks, String unbearable, boolean dies) implements QuickBooks {

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
                if (qbxml.contains("AddRq") && qbxml.contains(unbearable)) {
                    if (dies) {
                        throw new Died("it crashed");
                    }
                    throw new Refused(
                            "0x80040400", "QuickBooks found an error when parsing the provided XML text stream.");
                }
                return session.process(qbxml);
            }
        };
    }
}
