package dev.relink.simulator.online.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;

/** Exact decimals. */
public final class Money {
    private Money() {}

    /** Two decimals, rounded half up, as every amount of a document is. */
    public static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    /** As answers write it: {@code 0}, or two decimals. */
    public static BigDecimal written(BigDecimal amount) {
        return amount.signum() == 0 ? BigDecimal.ZERO : cents(amount);
    }

    /** The amount in a node, 0 when there is none. */
    public static BigDecimal of(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : BigDecimal.ZERO;
    }

    public static boolean same(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }
}
