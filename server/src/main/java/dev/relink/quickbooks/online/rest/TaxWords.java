package dev.relink.quickbooks.online.rest;

import dev.relink.connector.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** In the United States a line is taxable or not; the two words stand where elsewhere the Id of a tax code does. */
final class TaxWords {

    private static final List<String> WORDS = List.of("TAX", "NON");

    private TaxWords() {}

    /** No query names them. */
    static Stream<Row> entries(String list) {
        return WORDS.stream().map(word -> new Row.Entry(list, word, word, true, Map.of()));
    }

    static boolean isOne(String word) {
        return WORDS.contains(word);
    }
}
