package dev.relink.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One record after another, one request each, as fast as the limits let it: customers and invoices in turns. */
final class SequentialStream {

    /** 500 a minute and never more than 10 in a second. */
    private static final long APART_NANOS = 120_500_000;

    private static final JsonMapper JSON = new JsonMapper();

    private SequentialStream() {}

    /** @return records made a minute */
    static double perMinute(PracticeIntuit intuit, String realm, int seconds) throws IOException, InterruptedException {
        intuit.realm(realm, "One after another");
        String token = intuit.token(realm);
        String item = intuit.ids(realm, "item").values().iterator().next().getFirst();
        var customers = new ArrayList<String>();
        long start = System.nanoTime();
        long left = start;
        int made = 0;
        while (System.nanoTime() - start < seconds * 1_000_000_000L) {
            Thread.sleep(Math.max(0, (left + APART_NANOS - System.nanoTime()) / 1_000_000));
            left = System.nanoTime();
            if (made % 2 == 0) {
                String body = OnlineRecords.customerOfIntuit(made);
                customers.add(sent(intuit, realm, token, "customer", body)
                        .at("/Customer/Id")
                        .asString());
            } else {
                String body = OnlineRecords.invoiceOfIntuit(made, customers.getLast(), item);
                sent(intuit, realm, token, "invoice", body);
            }
            made++;
        }
        return made * 60e9 / (System.nanoTime() - start);
    }

    private static JsonNode sent(PracticeIntuit intuit, String realm, String token, String type, String body)
            throws IOException, InterruptedException {
        var answer = intuit.post(realm, token, type, body);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The yardstick was refused: " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
