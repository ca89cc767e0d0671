package dev.relink.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a field may hold. */
public sealed interface Kind {

    /** @param paragraphs line breaks are allowed */
    record Text(boolean paragraphs) implements Kind {}

    record Flag() implements Kind {}

    record Day() implements Kind {}

    /**
     * A decimal number, always exact.
     *
     * @param whole digits before the point
     * @param fraction digits after it
     * @param money written with exactly two decimals (AMTTYPE)
     * @param signed may be negative
     */
    record Decimal(int whole, int fraction, boolean money, boolean signed) implements Kind {}

    /** @param online our word → the word of QuickBooks Online; a word that is missing cannot go there */
    record OneOf(List<String> allowed, Map<String, String> online) implements Kind {

        /** Our first word for what Online calls {@code word}; empty where we have none. */
        public Optional<String> ofOnline(String word) {
            return allowed.stream()
                    .filter(ours -> word.equals(online.get(ours)))
                    .findFirst();
        }

        /** Where several words of ours are one of Online's, the first of them. */
        public String asOnlineKeepsIt(String ours) {
            String word = online.get(ours);
            return word == null ? ours : ofOnline(word).orElse(ours);
        }
    }

    /** @param type the entity type whose records and entries it names */
    record Refers(String type) implements Kind {}

    record PostalAddress() implements Kind {}

    /** ExternalGUID: written with an Add, read back, never part of a record. */
    record Marker() implements Kind {}

    /** Several of one shape: the lines of an invoice, the invoices that a payment pays. */
    record Lines(List<Field> columns) implements Kind {
        public Lines {
            columns = List.copyOf(columns);
        }
    }
}
