package dev.relink.entity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a field holds. {@link Nothing} is JSON {@code null}: the app wants the field empty. */
public sealed interface Value {

    record Nothing() implements Value {}

    record Text(String text) implements Value {}

    record Flag(boolean on) implements Value {}

    record Day(LocalDate date) implements Value {}

    /** Stripped of trailing zeros, so that 2, 2.0 and 2.00 are equal. */
    record Number(BigDecimal number) implements Value {
        public Number {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
    }

    /** The lines of a transaction, in order. */
    record Lines(List<Values> lines) implements Value {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    record Address(
            List<String> lines,
            @Nullable String city,
            @Nullable String state,
            @Nullable String postalCode,
            @Nullable String country)
            implements Value {
        public Address {
            lines = List.copyOf(lines);
        }
    }

    /** Points at another record or at an entry of QuickBooks' own lists. */
    sealed interface Reference extends Value {

        /** Another record of this company, of the type that the field names. Resolved by the bindings before sending. */
        record ToRecord(String recordId) implements Reference {}

        /** An entry in QuickBooks by its full name, such as {@code Sales:Tree care}. */
        record ByName(String fullName) implements Reference {}

        /** An entry in QuickBooks by ListID, TxnID or Online Id; the name where QuickBooks told it. */
        record ToQuickBooks(
                @Nullable String quickbooksId, @Nullable String fullName) implements Reference {}
    }
}
