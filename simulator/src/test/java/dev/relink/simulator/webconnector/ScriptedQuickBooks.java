package dev.relink.simulator.webconnector;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** QuickBooks for tests of the client alone: answers what it is told to, and remembers what it was asked. */
final class ScriptedQuickBooks implements QuickBooks, QuickBooks.Session {
    static final String HCP = """
            <?xml version="1.0" ?><QBXML><QBXMLMsgsRs><HostQueryRs requestID="0" statusCode="0"><HostRet>\
            <SupportedQBXMLVersion>1.0</SupportedQBXMLVersion><SupportedQBXMLVersion>15.2</SupportedQBXMLVersion></HostRet>\
            </HostQueryRs><CompanyQueryRs requestID="1" statusCode="0"><CompanyRet><DataExtRet><DataExtName>FileID</DataExtName>\
            <DataExtValue>{90A44FB5-33D9-4815-AC85-BC87A7E7D1EB}</DataExtValue></DataExtRet></CompanyRet></CompanyQueryRs>\
            </QBXMLMsgsRs></QBXML>""";

    final List<String> paths = new ArrayList<>();
    final List<String> processed = new ArrayList<>();
    String answer = "";
    int refusals;

    QuickBooks.@Nullable Refused refusal;

    @Override
    public Session begin(String companyFile) throws QuickBooks.Refused {
        paths.add(companyFile);
        if (refusals-- > 0) {
            throw new QuickBooks.Refused("0x80040408", "Could not start QuickBooks.");
        }
        return this;
    }

    @Override
    public String companyFile() {
        return "C:\\Books\\Acme Tree Care.qbw";
    }

    @Override
    public String hostCompanyPreferences() {
        return HCP;
    }

    @Override
    public String process(String qbxml) throws QuickBooks.Refused {
        processed.add(qbxml);
        if (refusal != null) {
            throw refusal;
        }
        return answer;
    }
}
