package dev.relink.benchmark;

import java.io.IOException;

/** One visit of the Web Connector from authenticate to close, with canned QuickBooks behind it. */
final class BusyVisit {

    private final SignIn signIn;

    BusyVisit(SignIn signIn) {
        this.signIn = signIn;
    }

    /** @param lastRecordAt {@link System#nanoTime} when the answer with the last record was acknowledged */
    record Done(long records, int calls, long lastRecordAt) {}

    Done on(int port) throws IOException {
        try (var wire = new Wire(port)) {
            wire.exchange(Soap.call("serverVersion"));
            wire.exchange(Soap.call("clientVersion", "strVersion", "2.3.0.215"));
            String answer = wire.exchange(
                    Soap.call("authenticate", "strUserName", signIn.company(), "strPassword", signIn.password()));
            return answer.contains("<string>none</string>")
                    ? new Done(0, wire.calls(), System.nanoTime())
                    : letIn(wire, answer);
        }
    }

    /** @param answer to authenticate: a ticket, and which company file to open */
    Done letIn(Wire wire, String answer) throws IOException {
        if (!answer.contains("<string></string>")) {
            throw new IllegalStateException("Not let in: " + answer);
        }
        String ticket = ticket(answer);
        var quickBooks = new CannedQuickBooks(signIn);
        String hcp = quickBooks.hostCompanyPreferences();
        long records = 0;
        long last = System.nanoTime();
        for (int percent = 0; percent < 100; hcp = "") {
            String set = Soap.result(wire.exchange(sendRequest(ticket, hcp)));
            if (set.isEmpty()) {
                finished(wire.exchange(Soap.call("getLastError", "ticket", ticket)));
                break;
            }
            percent = received(wire, ticket, quickBooks.answer(set));
            if (quickBooks.added() > records) {
                records = quickBooks.added();
                last = System.nanoTime();
            }
        }
        wire.exchange(Soap.call("closeConnection", "ticket", ticket));
        return new Done(records, wire.calls(), last);
    }

    private static int received(Wire wire, String ticket, String response) throws IOException {
        int percent = Integer.parseInt(Soap.result(wire.exchange(receiveResponse(ticket, response))));
        if (percent < 0) {
            throw new IllegalStateException(wire.exchange(Soap.call("getLastError", "ticket", ticket)));
        }
        return percent;
    }

    static String ticket(String answer) {
        int from = answer.indexOf("<string>") + 8;
        return answer.substring(from, answer.indexOf('<', from));
    }

    private static byte[] sendRequest(String ticket, String hcp) {
        return Soap.call(
                "sendRequestXML",
                "ticket",
                ticket,
                "strHCPResponse",
                hcp,
                "strCompanyFileName",
                "C:\\Books\\canned.qbw",
                "qbXMLCountry",
                "US",
                "qbXMLMajorVers",
                "16",
                "qbXMLMinorVers",
                "0");
    }

    private static byte[] receiveResponse(String ticket, String response) {
        return Soap.call("receiveResponseXML", "ticket", ticket, "response", response, "hresult", "", "message", "");
    }

    private static void finished(String answer) {
        if (!answer.contains("Nothing to do")) {
            throw new IllegalStateException("The visit stopped: " + answer);
        }
    }
}
