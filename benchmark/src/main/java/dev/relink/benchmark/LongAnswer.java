package dev.relink.benchmark;

import java.io.Reader;

/** An answer of 50 MB that never stands in memory as a whole: one customer again and again. */
final class LongAnswer extends Reader {

    private static final String HEAD = "<QBXML><QBXMLMsgsRs><CustomerQueryRs requestID=\"1\" statusCode=\"0\">";
    private static final String TAIL = "</CustomerQueryRs></QBXMLMsgsRs></QBXML>";
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

    static final int LENGTH = 50_000_000;
    static final int RECORDS = LENGTH / CUSTOMER.length();

    private int left = RECORDS + 1;
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
