package dev.relink.benchmark;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the app of a business with QuickBooks Online holds: an item, customers, and an invoice for each of them. */
final class OnlineRecords {

    static final String ITEM = """
            {"type":"item","id":"I-1","record":{"name":"Stump grinding","kind":"service","incomeAccount":{"name":"Sales"}}}
            """;

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private OnlineRecords() {}

    static String invoice(int n, String memo) {
        return """
                {"type":"invoice","id":"N-%d","record":{"customer":"C-%d","number":"N-%d","date":"%s","memo":"%s",\
                "lines":[{"id":"l1","item":"I-1","quantity":"2","rate":"75.00","amount":"150.00"}]}}
                """.formatted(n, n, n, TODAY, memo);
    }

    static BodyPublisher lines(int from, int to, IntFunction<String> line) {
        return BodyPublishers.ofString(
                IntStream.rangeClosed(from, to).mapToObj(line).collect(Collectors.joining()));
    }

    /** The same customer, in the words of QuickBooks Online. */
    static String customerOfIntuit(int n) {
        return """
                {"DisplayName":"%s","CompanyName":"%s","GivenName":"Morgan","FamilyName":"Reyes",\
                "PrimaryEmailAddr":{"Address":"office%d@example.com"},"PrimaryPhone":{"FreeFormNumber":"503-555-0142"}}
                """.formatted(Customers.name(n), Customers.name(n), n);
    }

    static String invoiceOfIntuit(int n, String customer, String item) {
        return """
                {"CustomerRef":{"value":"%s"},"DocNumber":"N-%d","TxnDate":"%s","Line":[{"Amount":150.00,\
                "DetailType":"SalesItemLineDetail","SalesItemLineDetail":{"ItemRef":{"value":"%s"},"Qty":2,"UnitPrice":75.00}}]}
                """.formatted(customer, n, TODAY, item);
    }
}
