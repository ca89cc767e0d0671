package dev.relink.quickbooks.desktop.qbxml;

import dev.relink.connector.MessageSet;
import dev.relink.connector.Request;
import dev.relink.entity.Customer;
import dev.relink.entity.Value;
import dev.relink.entity.Values;
import dev.relink.platform.xml.XmlFactory;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How fast the codec is, on one core: run {@code main} with {@code -Xmx64m}, best of several rounds. */
final class CodecSpeed {

    private static final DesktopConnector QBXML = new DesktopConnector();
    private static final int ROUNDS = 6;
    private static final int ANSWER = 50_000_000;

    private static final String CUSTOMER = """
            <CustomerRet><ListID>80000001-1700000000</ListID><TimeCreated>2026-01-01T10:00:00-05:00</TimeCreated>\
            <TimeModified>2026-01-01T10:00:00-05:00</TimeModified><EditSequence>1700000000</EditSequence><Name>Oakmont</Name>\
            <FullName>Oakmont</FullName><IsActive>true</IsActive><Sublevel>0</Sublevel><CompanyName>Oakmont &amp; Sons</CompanyName>\
            <FirstName>Zo&#235;</FirstName><LastName>Oak</LastName><BillAddress><Addr1>1 High St</Addr1><Addr2>Lane 2</Addr2>\
            <City>Bath</City><State>CA</State><PostalCode>12345</PostalCode></BillAddress><Phone>555-0100</Phone>\
            <Email>oak@example.com</Email><TermsRef><ListID>80000002-1</ListID><FullName>Net 30</FullName></TermsRef>\
            <Balance>0.00</Balance><TotalBalance>0.00</TotalBalance><JobStatus>None</JobStatus><Notes>Gate code on file</Notes>\
            <DataExtRet><OwnerID>0</OwnerID><DataExtName>Colour</DataExtName><DataExtType>STR255TYPE</DataExtType>\
            <DataExtValue>green</DataExtValue></DataExtRet></CustomerRet>
            """;

    public static void main(String[] args) throws Exception {
        var written = best(() -> write(200_000));
        System.out.printf("write CustomerAdd %,.0f records/s%n", 200_000 / written);
        int records = ANSWER / CUSTOMER.length();
        var bare = best(CodecSpeed::bare);
        var read = best(() -> read(records));
        System.out.printf("read CustomerRet of %d characters %,.0f records/s%n", CUSTOMER.length(), records / read);
        System.out.printf(
                "a %,d MB answer: %.2f s, bare parser %.2f s, %.0f %% of its speed; heap at most %,d MB%n",
                ANSWER / 1_000_000,
                read,
                bare,
                100 * bare / read,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double best(Work work) throws Exception {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        return best;
    }

    private static void write(int count) {
        var values = new Values(Map.of(
                "name",
                new Value.Text("Zo\u00eb Oakmont"),
                "companyName",
                new Value.Text("Oakmont & Sons"),
                "phone",
                new Value.Text("555-0100"),
                "email",
                new Value.Text("oak@example.com"),
                "billingAddress",
                new Value.Address(List.of("1 High St", "Lane 2"), "Bath", "CA", "12345", null),
                "terms",
                new Value.Reference.ToQuickBooks("80000002-1", null)));
        var adds = new ArrayList<Request>();
        for (int i = 0; i < 100; i++) {
            adds.add(new Request.Add(
                    Integer.toString(i), Customer.TYPE, values, "0f8fad5b-d9cb-469f-a165-70867728950e"));
        }
        for (int i = 0; i < count; i += 100) {
            if (QBXML.write(new MessageSet("A", null, adds), "13.0").length == 0) {
                throw new IllegalStateException("Nothing written");
            }
        }
    }

    private static void bare() throws Exception {
        var xml = XmlFactory.read(new Repeated());
        long length = 0;
        while (xml.hasNext()) {
            if (xml.next() == javax.xml.stream.XMLStreamConstants.CHARACTERS) {
                length += xml.getText().length();
            }
        }
        if (length == 0) {
            throw new IllegalStateException("Nothing read");
        }
    }

    private static void read(int expected) {
        int rows = 0;
        try (var answer = QBXML.read(
                new Repeated(), Map.of("1", new Request.ChangedSince("1", Customer.TYPE, null, 100, null)))) {
            for (var all = answer.next().rows(); all.hasNext(); all.next()) {
                rows++;
            }
        }
        if (rows != expected) {
            throw new IllegalStateException(rows + " rows instead of " + expected);
        }
    }

    /** An answer that never stands in memory as a whole. */
    private static final class Repeated extends Reader {

        private static final String HEAD = "<QBXML><QBXMLMsgsRs><CustomerQueryRs requestID=\"1\" statusCode=\"0\">";
        private static final String TAIL = "</CustomerQueryRs></QBXMLMsgsRs></QBXML>";
        private int left = ANSWER / CUSTOMER.length() + 1;
        private String current = HEAD;
        private int at;

        @Override
        public int read(char[] into, int offset, int length) {
            if (at == current.length()) {
                left--;
                current = left == 0 ? TAIL : CUSTOMER;
                at = 0;
            }
            if (left < 0) {
                return -1;
            }
            int count = Math.min(length, current.length() - at);
            current.getChars(at, at + count, into, offset);
            at += count;
            return count;
        }

        @Override
        public void close() {}
    }

    private CodecSpeed() {}
}
