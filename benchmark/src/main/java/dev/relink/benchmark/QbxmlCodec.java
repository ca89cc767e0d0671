package dev.relink.benchmark;

import dev.relink.connector.MessageSet;
import dev.relink.connector.Request;
import dev.relink.entity.Customer;
import dev.relink.entity.Value;
import dev.relink.entity.Values;
import dev.relink.platform.xml.XmlFactory;
import dev.relink.quickbooks.desktop.qbxml.DesktopConnector;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamConstants;

/** Reads with the bare parser and with the codec in turns, and writes. Prints all figures in one line. */
final class QbxmlCodec {

    private static final DesktopConnector QBXML = new DesktopConnector();
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 7;
    private static final int WRITTEN = 100_000;
    private static final int SET = 100;

    private QbxmlCodec() {}

    public static void main(String[] arguments) throws Exception {
        double[] bare = new double[ROUNDS];
        double[] read = new double[ROUNDS];
        double[] ratio = new double[ROUNDS];
        double[] written = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            int at = Math.max(0, round);
            double theirs = seconds(QbxmlCodec::bare);
            double ours = seconds(QbxmlCodec::read);
            bare[at] = LongAnswer.LENGTH / 1e6 / theirs;
            read[at] = LongAnswer.RECORDS / ours;
            ratio[at] = 100 * theirs / ours;
            written[at] = WRITTEN / seconds(QbxmlCodec::write);
        }
        System.out.println(LongAnswer.LENGTH / 1_000_000 + " " + new Rounds(bare).words() + " "
                + new Rounds(read).words() + " " + new Rounds(ratio).words() + " " + new Rounds(written).words());
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void bare() throws Exception {
        var xml = XmlFactory.read(new LongAnswer());
        long length = 0;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.CHARACTERS) {
                length += xml.getText().length();
            }
        }
        expect(length > LongAnswer.RECORDS);
    }

    private static void read() {
        int rows = 0;
        try (var answer = QBXML.read(
                new LongAnswer(), Map.of("1", new Request.ChangedSince("1", Customer.TYPE, null, 100, null)))) {
            for (var all = answer.next().rows(); all.hasNext(); all.next()) {
                rows++;
            }
        }
        expect(rows == LongAnswer.RECORDS);
    }

    private static void write() {
        var values = new Values(Map.of(
                "name", new Value.Text("Zoë Oakmont"),
                "companyName", new Value.Text("Oakmont & Sons"),
                "phone", new Value.Text("555-0100"),
                "email", new Value.Text("oak@example.com"),
                "billingAddress", new Value.Address(List.of("1 High St", "Lane 2"), "Bath", "CA", "12345", null),
                "terms", new Value.Reference.ToQuickBooks("80000002-1", null)));
        List<Request> adds = IntStream.range(0, SET)
                .<Request>mapToObj(i -> new Request.Add(
                        Integer.toString(i), Customer.TYPE, values, "0f8fad5b-d9cb-469f-a165-70867728950e"))
                .toList();
        for (int i = 0; i < WRITTEN; i += SET) {
            expect(QBXML.write(new MessageSet("A", null, adds), "13.0").length > SET);
        }
    }

    private static void expect(boolean done) {
        if (!done) {
            throw new IllegalStateException("The codec lost something: this is no measurement.");
        }
    }
}
