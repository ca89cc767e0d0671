package dev.relink.benchmark;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.IntStream;

/** Customers as an app sends them, numbered from 1. */
final class Customers {

    private static final String PREFIX = "Orchard Lane ";
    private static final int LINES_AT_ONCE = 500;

    private Customers() {}

    static String name(int n) {
        return PREFIX + n;
    }

    static int number(String name) {
        return Integer.parseInt(name, PREFIX.length(), name.length(), 10);
    }

    static String id(int n) {
        return "C-" + n;
    }

    static String line(int n) {
        return """
                {"type":"customer","id":"%s","record":{"name":"%s","companyName":"%s","firstName":"Morgan",\
                "lastName":"Reyes","email":"office%d@example.com","phone":"503-555-0142","billingAddress":\
                {"lines":["%d Orchard Lane"],"city":"Portland","state":"OR","postalCode":"97201"}}}
                """.formatted(id(n), name(n), name(n), n, n);
    }

    /** The first {@code count}, a line each, made while they are sent. */
    static BodyPublisher lines(int count) {
        Iterable<byte[]> pieces = () -> IntStream.iterate(1, n -> n <= count, n -> n + LINES_AT_ONCE)
                .mapToObj(first -> piece(first, Math.min(count, first + LINES_AT_ONCE - 1)))
                .iterator();
        return BodyPublishers.ofByteArrays(pieces);
    }

    private static byte[] piece(int first, int last) {
        var text = new StringBuilder();
        Iterator<Integer> numbers = IntStream.rangeClosed(first, last).iterator();
        numbers.forEachRemaining(n -> text.append(line(n)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
