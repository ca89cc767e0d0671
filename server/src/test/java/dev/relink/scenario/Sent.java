package dev.relink.scenario;

import dev.relink.platform.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as the app sends it: whole. */
record Sent(String type, String id, Map<String, Object> fields) {

    static Sent customer(String id, String name) {
        return record("customer", id).with("name", name);
    }

    static Sent job(String id, String customer, String name) {
        return customer(id, name).with("parent", customer);
    }

    static Sent item(String id, String name) {
        return record("item", id)
                .with("name", name)
                .with("kind", "service")
                .with("incomeAccount", Map.of("name", "Sales"));
    }

    /** Dated today, so that it is not found by its age alone. */
    static Sent invoice(String id, String customer) {
        return record("invoice", id)
                .with("customer", customer)
                .with("number", id)
                .with("date", "2026-11-20")
                .with("lines", List.of());
    }

    static Sent payment(String id, String customer, String amount) {
        return record("payment", id)
                .with("customer", customer)
                .with("date", "2026-11-21")
                .with("amount", amount);
    }

    private static Sent record(String type, String id) {
        return new Sent(type, id, Map.of());
    }

    /** @param value null empties it */
    Sent with(String field, @Nullable Object value) {
        var more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Sent(type, id, more);
    }

    Sent without(String field) {
        var less = new LinkedHashMap<>(fields);
        less.remove(field);
        return new Sent(type, id, less);
    }

    Sent phone(String phone) {
        return with("phone", phone);
    }

    Sent line(String id, String item, String quantity, String rate) {
        var amount = new java.math.BigDecimal(quantity).multiply(new java.math.BigDecimal(rate));
        var lines = new ArrayList<Object>((List<?>) fields.getOrDefault("lines", List.of()));
        lines.add(Map.of("id", id, "item", item, "quantity", quantity, "rate", rate, "amount", amount.toPlainString()));
        return with("lines", lines);
    }

    Sent paying(String invoice, String amount) {
        return with("appliedTo", List.of(Map.of("invoice", invoice, "amount", amount)));
    }

    String json() {
        return Json.write(fields);
    }

    /** A line of NDJSON. */
    String line() {
        return Json.write(Map.of("type", type, "id", id, "record", fields));
    }
}
