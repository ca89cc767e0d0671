package dev.relink.entity;

import dev.relink.entity.Value.Reference;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What sales forms have in common: lines, totals, and the rules between them. */
final class Sales {

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(13);

    private Sales() {}

    static List<Values> linesOf(Values values, String field) {
        return values.get(field) instanceof Value.Lines lines ? lines.lines() : List.of();
    }

    static String nameOf(String label, Values values) {
        var number = values.text("number");
        if (number != null) {
            return number;
        }
        return values.get("date") instanceof Value.Day day ? label + " of " + day.date() : label;
    }

    /** The total, after the customer where the form itself names one; a customer of the app's is named by its record. */
    static String summary(Values values, Optional<BigDecimal> total) {
        return Stream.of(Optional.ofNullable(named(values.get("customer"))), total.map(Sales::money))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" \u00b7 "));
    }

    /** $1,840.00 */
    static String money(BigDecimal amount) {
        String sign = amount.signum() < 0 ? "-" : "";
        return sign + String.format(Locale.US, "$%,.2f", amount.abs().setScale(2, RoundingMode.HALF_UP));
    }

    private static @Nullable String named(@Nullable Value value) {
        return switch (value) {
            case Reference.ByName(var name) -> name;
            case Reference.ToQuickBooks(var id, var name) -> name == null ? id : name;
            case null, default -> null;
        };
    }

    /** The sum of the lines; empty when a line says neither its amount nor quantity and rate. */
    static Optional<BigDecimal> total(Values values) {
        var sum = BigDecimal.ZERO;
        for (var line : linesOf(values, "lines")) {
            var amount = amountOf(line);
            if (amount == null) {
                return Optional.empty();
            }
            sum = sum.add(amount);
        }
        return Optional.of(sum);
    }

    /** The line's amount, or quantity times rate rounded half up; 0 for a line that is only text. */
    private static @Nullable BigDecimal amountOf(Values line) {
        var amount = number(line, "amount");
        if (amount != null) {
            return amount;
        }
        var rate = number(line, "rate");
        if (rate == null) {
            return line.get("item") == null && line.get("quantity") == null ? BigDecimal.ZERO : null;
        }
        var quantity = number(line, "quantity");
        return (quantity == null ? rate : rate.multiply(quantity)).setScale(2, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal number(Values line, String field) {
        return line.get(field) instanceof Value.Number number ? number.number() : null;
    }

    static void linesSaySomething(Values values, Problems problems) {
        if (values.get("lines") instanceof Value.Lines lines && lines.lines().isEmpty()) {
            problems.add("/lines", "is empty; QuickBooks keeps no such transaction without a line");
        }
        var all = linesOf(values, "lines");
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).get("item") == null && all.get(i).text("description") == null) {
                problems.add("/lines/" + i, "has neither item nor description");
            }
        }
    }

    static void amountsAgree(Values values, Problems problems) {
        var all = linesOf(values, "lines");
        for (int i = 0; i < all.size(); i++) {
            var quantity = number(all.get(i), "quantity");
            var rate = number(all.get(i), "rate");
            var amount = number(all.get(i), "amount");
            if (quantity != null && rate != null && amount != null) {
                var product = quantity.multiply(rate);
                if (product.subtract(amount).abs().compareTo(CENT) > 0) {
                    problems.add(
                            "/lines/" + i + "/amount",
                            "is %s, but quantity %s times rate %s is %s; they may differ by 0.01"
                                    .formatted(plain(amount), plain(quantity), plain(rate), plain(product)));
                }
            }
        }
    }

    /** What QuickBooks works out must fit it too: 13 digits before the point. */
    static void sumsFit(Values values, Problems problems) {
        var all = linesOf(values, "lines");
        for (int i = 0; i < all.size(); i++) {
            var amount = amountOf(all.get(i));
            if (amount != null && amount.abs().compareTo(TOO_MUCH) >= 0) {
                problems.add("/lines/" + i, "comes to %s; QuickBooks keeps 13 digits".formatted(plain(amount)));
            }
        }
        total(values)
                .filter(total -> total.abs().compareTo(TOO_MUCH) >= 0)
                .ifPresent(total ->
                        problems.add("/lines", "add up to %s; QuickBooks keeps 13 digits".formatted(plain(total))));
    }

    static void totalIsNotNegative(Values values, Problems problems) {
        total(values)
                .filter(total -> total.signum() < 0)
                .ifPresent(total -> problems.add(
                        "/lines", "add up to %s; the total cannot be less than 0.00".formatted(plain(total))));
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
