package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Json;
import dev.relink.simulator.online.books.Money;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sales tax. In the United States a line is TAX or NON and the document has one code; elsewhere every line has a code. Each
 * rate is rounded half up by itself, over all that it applies to.
 */
final class Tax {
    /** The Id of the code that a company's own tax has. */
    static final String LOCAL = "2";

    private static final String DETAIL = "TxnTaxDetail";

    private final Session session;
    private final ObjectNode after;

    Tax(ObjectNode after, Session session) {
        this.after = after;
        this.session = session;
    }

    static String code(JsonNode line) {
        return line.path("SalesItemLineDetail").path("TaxCodeRef").path("value").asString("");
    }

    /** Fills in TxnTaxDetail and gives the tax of the document. */
    BigDecimal settle() {
        Map<String, BigDecimal> taxed = session.settings().american() ? american() : byCode();
        ObjectNode detail = after.path(DETAIL) instanceof ObjectNode given ? given : Json.object();
        BigDecimal tax = taxed.isEmpty() ? sent(detail) : computed(taxed, detail);
        detail.put("TotalTax", Money.written(tax));
        after.set(DETAIL, detail);
        return tax;
    }

    /** What a program says the tax is counts only where the company does not compute it. */
    private BigDecimal sent(ObjectNode detail) {
        if (session.switches().automatedSalesTax || !session.settings().american()) {
            detail.remove("TaxLine");
            return BigDecimal.ZERO;
        }
        return Money.cents(Money.of(detail.path("TotalTax")));
    }

    private Map<String, BigDecimal> american() {
        var taxed = new LinkedHashMap<String, BigDecimal>();
        for (JsonNode line : after.path("Line")) {
            String code = code(line);
            if (!code.isEmpty() && !code.equals("TAX") && !code.equals("NON")) {
                throw new Refusal(
                        Code.INVALID_LINE_TAX_CODE, "Invalid Line TaxCode in the request : TAX or NON", "Line");
            }
            if (code.equals("TAX")) {
                add(taxed, documentCode(), line);
            }
        }
        taxed.remove("");
        return taxed;
    }

    private String documentCode() {
        String given = after.path(DETAIL).path("TxnTaxCodeRef").path("value").asString("");
        return given.isEmpty() && session.switches().automatedSalesTax ? LOCAL : given;
    }

    private Map<String, BigDecimal> byCode() {
        var taxed = new LinkedHashMap<String, BigDecimal>();
        for (JsonNode line : after.path("Line")) {
            if (line.has("SalesItemLineDetail")) {
                if (code(line).isEmpty()) {
                    throw Refusals.business("Make sure all your transactions have a GST/HST rate before you save.");
                }
                add(taxed, code(line), line);
            }
        }
        return taxed;
    }

    private static void add(Map<String, BigDecimal> taxed, String code, JsonNode line) {
        taxed.merge(code, Money.of(line.path("Amount")), BigDecimal::add);
    }

    private BigDecimal computed(Map<String, BigDecimal> taxed, ObjectNode detail) {
        ArrayNode lines = Json.object().arrayNode();
        taxed.forEach((code, net) ->
                session.books().find(EntityType.TAX_CODE, code).ifPresent(found -> rates(found, net, lines)));
        if (session.settings().american()) {
            detail.set("TxnTaxCodeRef", Json.ref(taxed.keySet().iterator().next()));
        }
        detail.set("TaxLine", lines);
        return lines.values().stream()
                .map(line -> Money.of(line.path("Amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void rates(Entity code, BigDecimal net, ArrayNode lines) {
        for (JsonNode rate : code.fields().path("SalesTaxRateList").path("TaxRateDetail")) {
            String id = rate.path("TaxRateRef").path("value").asString("");
            session.books().find(EntityType.TAX_RATE, id).ifPresent(found -> lines.add(line(found, net)));
        }
    }

    private static ObjectNode line(Entity rate, BigDecimal net) {
        BigDecimal percent = rate.amount("RateValue");
        ObjectNode line = Json.object()
                .put("Amount", Money.written(net.multiply(percent).movePointLeft(2)))
                .put("DetailType", "TaxLineDetail");
        ObjectNode detail = line.putObject("TaxLineDetail");
        detail.set("TaxRateRef", Json.ref(rate.id()));
        detail.put("PercentBased", true).put("TaxPercent", percent).put("NetAmountTaxable", Money.written(net));
        return line;
    }
}
