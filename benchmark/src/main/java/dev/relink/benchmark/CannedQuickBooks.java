package dev.relink.benchmark;

/**
 * Answers qbXML by string search, without checking anything: the load client must cost little. Texts are escaped as they
 * travel in SOAP. A customer's ListID tells its number, so that bindings can be checked afterwards.
 */
final class CannedQuickBooks {

    private static final String REQUEST = "Rq requestID=\"";
    private static final String TIME = "2026-11-02T09:15:27-05:00";

    private final SignIn signIn;
    private long added;

    CannedQuickBooks(SignIn signIn) {
        this.signIn = signIn;
    }

    long added() {
        return added;
    }

    /** The ListID of {@link Customers customer} number n. */
    static String listId(int n) {
        return "%08X-1700000000".formatted(0x80000000 + n);
    }

    String hostCompanyPreferences() {
        return Soap.escaped("""
                <?xml version="1.0" ?><QBXML><QBXMLMsgsRs>
                <HostQueryRs requestID="0" statusCode="0" statusSeverity="Info" statusMessage="Status OK"><HostRet>
                <ProductName>QuickBooks Enterprise Solutions 24.0</ProductName><MajorVersion>34</MajorVersion>
                <MinorVersion>0</MinorVersion><Country>US</Country><SupportedQBXMLVersion>1.0</SupportedQBXMLVersion>
                <SupportedQBXMLVersion>13.0</SupportedQBXMLVersion><SupportedQBXMLVersion>16.0</SupportedQBXMLVersion>
                <IsAutomaticLogin>false</IsAutomaticLogin><QBFileMode>MultiUser</QBFileMode></HostRet></HostQueryRs>
                <CompanyQueryRs requestID="1" statusCode="0" statusSeverity="Info" statusMessage="Status OK"><CompanyRet>
                <IsSampleCompany>false</IsSampleCompany><CompanyName>%s</CompanyName><DataExtRet><OwnerID>%s</OwnerID>
                <DataExtName>FileID</DataExtName><DataExtType>STR255TYPE</DataExtType><DataExtValue>%s</DataExtValue>
                </DataExtRet></CompanyRet></CompanyQueryRs>
                <PreferencesQueryRs requestID="2" statusCode="0" statusSeverity="Info" statusMessage="Status OK">
                <PreferencesRet><AccountingPreferences><IsUsingAccountNumbers>false</IsUsingAccountNumbers>
                </AccountingPreferences></PreferencesRet></PreferencesQueryRs></QBXMLMsgsRs></QBXML>
                """.formatted(signIn.company(), signIn.ownerId(), signIn.fileId()));
    }

    String answer(String set) {
        var out = new StringBuilder(set.length() * 3);
        out.append("&lt;?xml version=\"1.0\" ?&gt;\n&lt;QBXML&gt;\n&lt;QBXMLMsgsRs");
        String id = value(set, "newMessageSetID=\"", "\"", 0);
        if (!id.isEmpty()) {
            out.append(" newMessageSetID=\"").append(id).append("\" messageSetStatusCode=\"0\"");
        }
        out.append("&gt;\n");
        for (int at = set.indexOf(REQUEST); at >= 0; at = set.indexOf(REQUEST, at + 1)) {
            String name = set.substring(set.lastIndexOf("&lt;", at) + 4, at);
            String requestId = value(set, REQUEST, "\"", at);
            if (name.equals("CustomerAdd")) {
                addedCustomer(out, set, at, requestId);
            } else {
                found(out, set, at, name, requestId);
            }
        }
        return out.append("&lt;/QBXMLMsgsRs&gt;\n&lt;/QBXML&gt;\n").toString();
    }

    private void addedCustomer(StringBuilder out, String set, int at, String requestId) {
        status(out, "CustomerAdd", requestId, "0", "Status OK");
        String name = value(set, "&lt;Name&gt;", "&lt;", at);
        customer(out, Customers.number(name), value(set, "&lt;ExternalGUID&gt;", "&lt;", at));
        out.append("&lt;/CustomerAddRs&gt;\n");
        added++;
    }

    /** By ListID the customer; all else is not there. */
    private static void found(StringBuilder out, String set, int at, String name, String requestId) {
        int end = set.indexOf("&lt;/" + name + "Rq&gt;", at);
        int listId = set.indexOf("&lt;ListID&gt;", at);
        if (name.equals("CustomerQuery") && listId >= 0 && listId < end) {
            status(out, name, requestId, "0", "Status OK");
            customer(out, (int) (Long.parseLong(set, listId + 14, listId + 22, 16) - 0x80000000L), "");
        } else {
            status(out, name, requestId, "1", "A query request did not find a matching object in QuickBooks");
        }
        out.append("&lt;/").append(name).append("Rs&gt;\n");
    }

    private static void status(StringBuilder out, String name, String requestId, String code, String message) {
        out.append("&lt;").append(name).append("Rs requestID=\"").append(requestId);
        out.append("\" statusCode=\"").append(code).append("\" statusSeverity=\"Info\" statusMessage=\"");
        out.append(message).append("\"&gt;\n");
    }

    private static void customer(StringBuilder out, int n, String marker) {
        String name = Customers.name(n);
        out.append("&lt;CustomerRet&gt;\n");
        leaf(out, "ListID", listId(n));
        leaf(out, "TimeCreated", TIME);
        leaf(out, "TimeModified", TIME);
        leaf(out, "EditSequence", "1762092927");
        leaf(out, "Name", name);
        leaf(out, "FullName", name);
        leaf(out, "IsActive", "true");
        leaf(out, "Sublevel", "0");
        leaf(out, "CompanyName", name);
        leaf(out, "FirstName", "Morgan");
        leaf(out, "LastName", "Reyes");
        out.append("&lt;BillAddress&gt;\n");
        leaf(out, "Addr1", n + " Orchard Lane");
        leaf(out, "City", "Portland");
        leaf(out, "State", "OR");
        leaf(out, "PostalCode", "97201");
        out.append("&lt;/BillAddress&gt;\n");
        leaf(out, "Phone", "503-555-0142");
        leaf(out, "Email", "office" + n + "@example.com");
        leaf(out, "Balance", "0.00");
        leaf(out, "TotalBalance", "0.00");
        leaf(out, "JobStatus", "None");
        if (!marker.isEmpty()) {
            leaf(out, "ExternalGUID", marker);
        }
        out.append("&lt;/CustomerRet&gt;\n");
    }

    private static void leaf(StringBuilder out, String name, String escaped) {
        out.append("&lt;").append(name).append("&gt;").append(escaped);
        out.append("&lt;/").append(name).append("&gt;\n");
    }

    private static String value(String text, String before, String after, int from) {
        int start = text.indexOf(before, from);
        return start < 0 ? "" : text.substring(start + before.length(), text.indexOf(after, start + before.length()));
    }
}
