package dev.relink.simulator.desktop.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Amounts with two decimals, rounded half up, and how qbXML writes numbers. */
public final class Money {
    /** 0.00. */
    public static final BigDecimal ZERO = new BigDecimal("0.00");

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private Money() {}

    /** Two decimals, rounded half up. */
    public static BigDecimal amount(BigDecimal exact) {
        return exact.setScale(2, RoundingMode.HALF_UP);
    }

    /** The amount in a text of an amount, price or quantity; null stays null, and empty is null too. */
    public static @Nullable BigDecimal orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : new BigDecimal(text);
    }

    /** {@code percent} of {@code base}, with all its decimals. */
    public static BigDecimal percent(BigDecimal base, BigDecimal percent) {
        return base.multiply(percent).divide(HUNDRED);
    }

    /** A rate from an amount and a quantity: at most five decimals, at least two. */
    public static BigDecimal rate(BigDecimal amount, BigDecimal quantity) {
        BigDecimal rate = amount.divide(quantity, 5, RoundingMode.HALF_UP).stripTrailingZeros();
        return rate.scale() < 2 ? rate.setScale(2) : rate;
    }

    /** A price or percentage with at least two decimals, as QuickBooks writes it. */
    public static String price(BigDecimal price) {
        BigDecimal plain = price.stripTrailingZeros();
        return (plain.scale() < 2 ? plain.setScale(2) : plain).toPlainString();
    }
}
