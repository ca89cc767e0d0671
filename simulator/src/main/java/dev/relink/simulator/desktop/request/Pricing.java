package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.ListElement;
import dev.relink.simulator.desktop.books.ListType;
import dev.relink.simulator.desktop.books.Money;
import dev.relink.simulator.desktop.books.Transaction.Totals;
import dev.relink.simulator.desktop.qbxml.Element;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What lines cost: rate times quantity, rounded as the switch says; discounts on the line above; sales tax on what is taxable. */
final class Pricing {
    private final Books books;

    Pricing(Books books) {
        this.books = books;
    }

    /** Fills in what each line leaves to its item: description, rate, tax code; and its amount. */
    void price(List<Element> lines) {
        BigDecimal above = Money.ZERO;
        for (Element line : lines) {
            ListElement item = referred(line, "ItemRef");
            if (item != null) {
                fromItem(line, item);
            }
            BigDecimal amount = amount(line, item, above);
            if (amount != null) {
                line.set("Amount", amount.toPlainString());
                above = amount;
            }
        }
    }

    /** Subtotal and tax of priced lines. */
    Totals totals(Element fields, String lineName) {
        BigDecimal subtotal = Money.ZERO;
        BigDecimal taxable = Money.ZERO;
        for (Element line : fields.all(lineName).toList()) {
            BigDecimal amount = Objects.requireNonNullElse(Money.orNull(line.value("Amount")), Money.ZERO);
            subtotal = subtotal.add(amount);
            taxable = isTaxable(line, "SalesTaxCodeRef") ? taxable.add(amount) : taxable;
        }
        BigDecimal percent = taxPercent(fields);
        boolean customerPays =
                fields.child("CustomerSalesTaxCodeRef") == null || isTaxable(fields, "CustomerSalesTaxCodeRef");
        BigDecimal tax = customerPays ? cents(Money.percent(taxable, percent)) : Money.ZERO;
        return new Totals(Money.amount(subtotal), percent, tax);
    }

    private BigDecimal taxPercent(Element fields) {
        ListElement tax = referred(fields, "ItemSalesTaxRef");
        BigDecimal percent = tax == null ? null : Money.orNull(tax.fields().value("TaxRate"));
        return percent == null ? Money.ZERO : percent;
    }

    private @Nullable BigDecimal amount(Element line, @Nullable ListElement item, BigDecimal above) {
        BigDecimal given = Money.orNull(line.value("Amount"));
        BigDecimal quantity = Money.orNull(line.value("Quantity"));
        if (given != null) {
            boolean hasRate = line.value("Rate") != null || line.value("RatePercent") != null;
            if (!hasRate && item != null && quantity != null && quantity.signum() != 0) {
                line.set("Rate", Money.rate(given, quantity).toPlainString());
            }
            return given;
        }
        BigDecimal percent = Money.orNull(line.value("RatePercent"));
        if (percent != null) {
            return cents(Money.percent(above, percent));
        }
        BigDecimal rate = Money.orNull(line.value("Rate"));
        return rate == null ? null : cents(rate.multiply(quantity == null ? BigDecimal.ONE : quantity));
    }

    private BigDecimal cents(BigDecimal exact) {
        return exact.setScale(2, books.switches().rounding);
    }

    private void fromItem(Element line, ListElement item) {
        if (line.value("Desc") == null) {
            line.addIf(
                    "Desc", first(item, "SalesOrPurchase/Desc", "SalesAndPurchase/SalesDesc", "SalesDesc", "ItemDesc"));
        }
        Element taxCode = item.fields().child("SalesTaxCodeRef");
        if (line.child("SalesTaxCodeRef") == null && taxCode != null) {
            line.add(taxCode.copyAs(taxCode.name()));
        }
        if (line.value("Rate") == null && line.value("RatePercent") == null && line.value("Amount") == null) {
            ownRate(line, item);
        }
    }

    private static void ownRate(Element line, ListElement item) {
        String percent = first(item, "DiscountRatePercent", "SalesOrPurchase/PricePercent");
        String rate = first(item, "SalesOrPurchase/Price", "SalesAndPurchase/SalesPrice", "SalesPrice", "DiscountRate");
        boolean discount = item.type() == ListType.ITEM_DISCOUNT;
        if (percent != null) {
            line.set("RatePercent", discount ? negated(percent) : percent);
        } else if (rate != null) {
            line.set("Rate", discount ? negated(rate) : rate);
        }
    }

    private static String negated(String number) {
        return Money.price(new BigDecimal(number).negate());
    }

    private boolean isTaxable(Element element, String ref) {
        ListElement code = referred(element, ref);
        return code != null && "true".equals(code.fields().value("IsTaxable"));
    }

    private @Nullable ListElement referred(Element element, String ref) {
        Element reference = element.child(ref);
        String listId = reference == null ? null : reference.value("ListID");
        return listId == null ? null : books.lists().get(listId);
    }

    /** The first of these fields that the item has. */
    private static @Nullable String first(ListElement item, String... paths) {
        return Stream.of(paths)
                .map(path -> at(item.fields(), path))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String at(Element fields, String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return fields.value(path);
        }
        Element below = fields.child(path.substring(0, slash));
        return below == null ? null : below.value(path.substring(slash + 1));
    }
}
