package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.Json;
import dev.relink.simulator.online.books.Money;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The lines of a sale: their Ids, their amounts, and the line of the subtotal that the realm adds. */
final class Lines {
    private static final String SUBTOTAL = "SubTotalLineDetail";
    private static final String SALES = "SalesItemLineDetail";
    private static final int MOST = 10_000;
    private static final int MOST_TAXABLE = 750;

    private final Session session;
    private final Set<String> known = new HashSet<>();
    private final String document;

    Lines(@Nullable Entity before, Session session) {
        this.session = session;
        this.document = before == null ? "" : before.type() + " " + before.id();
        if (before != null) {
            before.fields()
                    .path("Line")
                    .forEach(line -> known.add(line.path("Id").asString("")));
        }
    }

    /** Settles the lines and gives what they come to before tax, discounts taken off. */
    BigDecimal settle(ObjectNode after) {
        ArrayNode settled = Json.object().arrayNode();
        BigDecimal subtotal = BigDecimal.ZERO;
        for (JsonNode line : after.path("Line")) {
            if (!line.path("DetailType").asString("").equals(SUBTOTAL)) {
                ObjectNode one = line(line.deepCopy().asObject(), subtotal, settled.size() + 1);
                settled.add(one);
                subtotal = subtotal.add(counted(one));
            }
        }
        limits(settled);
        settled.add(subtotal(settled));
        after.set("Line", settled);
        return subtotal;
    }

    private ObjectNode line(ObjectNode line, BigDecimal before, int number) {
        String type = line.path("DetailType").asString("");
        if (type.isEmpty()) {
            throw Refusals.missing("Line.DetailType");
        }
        String id = line.path("Id").asString("");
        line.put("Id", known.contains(id) ? id : fresh());
        line.put("LineNum", number);
        switch (type) {
            case SALES -> sale(line);
            case "DiscountLineDetail" -> discount(line, before);
            case "DescriptionOnly", "GroupLineDetail" -> {}
            default -> throw Refusals.unsupported("A line of " + type + " is not supported here");
        }
        return line;
    }

    private String fresh() {
        int highest = known.stream()
                .filter(id -> !id.isEmpty())
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        String id = document.isEmpty()
                ? String.valueOf(highest + 1)
                : session.books().nextLine(document, highest + 1);
        known.add(id);
        return id;
    }

    private void sale(ObjectNode line) {
        if (!line.has("Amount")) {
            throw Refusals.missing("Line.Amount");
        }
        BigDecimal amount = Money.of(line.path("Amount"));
        ObjectNode detail = line.path(SALES) instanceof ObjectNode given ? given : line.putObject(SALES);
        if (detail.has("Qty") && detail.has("UnitPrice")) {
            BigDecimal product = Money.cents(Money.of(detail.path("Qty")).multiply(Money.of(detail.path("UnitPrice"))));
            if (!Money.same(product, Money.cents(amount))) {
                throw new Refusal(
                        Code.WRONG_LINE_AMOUNT,
                        "Amount is not equal to UnitPrice * Qty. Supplied value:" + amount.toPlainString(),
                        "Line.Amount");
            }
        }
        line.put("Amount", Money.written(amount));
        if (session.settings().american() && !detail.has("TaxCodeRef")) {
            detail.set("TaxCodeRef", Json.ref("NON"));
        }
    }

    private static void discount(ObjectNode line, BigDecimal before) {
        JsonNode detail = line.path("DiscountLineDetail");
        boolean percent = detail.path("PercentBased").asBoolean(false);
        if (percent ? !detail.has("DiscountPercent") : !line.has("Amount")) {
            throw new Refusal(
                    Code.DISCOUNT_INCOMPLETE, "Discount Line missing required info : percent or amount", "Line");
        }
        BigDecimal amount = percent
                ? before.multiply(Money.of(detail.path("DiscountPercent"))).movePointLeft(2)
                : Money.of(line.path("Amount"));
        line.put("Amount", Money.written(amount));
    }

    private static BigDecimal counted(JsonNode line) {
        BigDecimal amount = Money.of(line.path("Amount"));
        return line.path("DetailType").asString("").equals("DiscountLineDetail") ? amount.negate() : amount;
    }

    private static void limits(ArrayNode lines) {
        if (lines.isEmpty()) {
            throw Refusals.missing("Line");
        }
        boolean taxable =
                lines.values().stream().anyMatch(line -> Tax.code(line).equals("TAX"));
        int most = taxable ? MOST_TAXABLE : MOST;
        if (lines.size() > most) {
            throw Refusals.business("A transaction takes %,d lines. Supplied:%,d".formatted(most, lines.size()));
        }
    }

    private static ObjectNode subtotal(ArrayNode lines) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : lines) {
            sum = line.has(SALES) ? sum.add(Money.of(line.path("Amount"))) : sum;
        }
        ObjectNode subtotal = Json.object().put("Amount", Money.written(sum)).put("DetailType", SUBTOTAL);
        subtotal.putObject(SUBTOTAL);
        return subtotal;
    }
}
