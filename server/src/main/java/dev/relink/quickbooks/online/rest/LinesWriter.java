package dev.relink.quickbooks.online.rest;

import dev.relink.connector.Known;
import dev.relink.connector.PlannedLine;
import dev.relink.entity.Kind;
import dev.relink.entity.Place;
import dev.relink.entity.Value;
import dev.relink.entity.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The lines of a transaction. A change replaces all of them: those that are ours are laid over what stands there, those that
 * a person typed go back as they are.
 */
final class LinesWriter {

    private static final String SALES = "SalesItemLineDetail";

    private final Kind.Lines kind;
    private final Place place;
    private final FieldsWriter.Verb verb;

    LinesWriter(Kind.Lines kind, Place place, FieldsWriter.Verb verb) {
        this.kind = kind;
        this.place = place;
        this.verb = verb;
    }

    ArrayNode write(List<Values> wanted, List<Known.Line> known) {
        var lines = OnlineJson.object().arrayNode();
        for (var planned : plan(wanted, known)) {
            lines.add(line(planned));
        }
        return lines;
    }

    private List<PlannedLine> plan(List<Values> wanted, List<Known.Line> known) {
        if (verb == FieldsWriter.Verb.ADD) {
            return wanted.stream().map(line -> new PlannedLine(null, line)).toList();
        }
        return isSale() ? PlannedLine.plan(wanted, known) : links(wanted, known);
    }

    /** What a payment pays: ours as wanted, links to other things than invoices as they are. */
    private static List<PlannedLine> links(List<Values> wanted, List<Known.Line> known) {
        var plan = new ArrayList<PlannedLine>();
        wanted.forEach(line -> plan.add(new PlannedLine(null, line)));
        known.stream().filter(Known.Line::group).forEach(line -> plan.add(new PlannedLine(line, null)));
        return plan;
    }

    private boolean isSale() {
        return place.also().containsKey("DetailType");
    }

    private ObjectNode line(PlannedLine planned) {
        var line = asItStands(planned.known());
        var values = planned.values();
        if (values != null && isSale()) {
            sale(values, line);
        } else if (values != null) {
            columns(values, line);
            place.also()
                    .forEach((name, constant) ->
                            FieldsWriter.inner(line, "LinkedTxn").put(name, constant.toString()));
        }
        return line;
    }

    private static ObjectNode asItStands(Known.@Nullable Line known) {
        if (known == null) {
            return OnlineJson.object();
        }
        return known.whole() == null
                ? OnlineJson.object().put("Id", known.quickbooksId())
                : (ObjectNode) OnlineJson.MAPPER.readTree(known.whole());
    }

    private void columns(Values values, ObjectNode line) {
        new FieldsWriter(verb, List.of()).write(kind.columns(), values, line);
    }

    /** Quantity, rate and amount go together (6070): where the record says one of them, none of theirs is left. */
    private void sale(Values values, ObjectNode line) {
        boolean counts = List.of("quantity", "rate", "amount").stream().anyMatch(name -> values.get(name) != null);
        if (counts) {
            line.remove("Amount");
            if (line.get(SALES) instanceof ObjectNode detail) {
                detail.remove(List.of("Qty", "UnitPrice"));
            }
        }
        columns(values, line);
        boolean text = values.get("item") == null && !counts && !line.has("Amount");
        line.put("DetailType", text ? "DescriptionOnly" : SALES);
        if (text) {
            line.remove(SALES);
        } else if (!line.has(SALES)) {
            line.putObject(SALES);
        }
        if (!text && !line.has("Amount")) {
            line.put("Amount", amount(values));
        }
    }

    /** QuickBooks needs an amount: quantity times rate, half a cent up. */
    private static BigDecimal amount(Values values) {
        var rate = number(values, "rate");
        var quantity = number(values, "quantity");
        var amount = rate == null ? BigDecimal.ZERO : quantity == null ? rate : rate.multiply(quantity);
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal number(Values values, String field) {
        return values.get(field) instanceof Value.Number(var number) ? number : null;
    }
}
