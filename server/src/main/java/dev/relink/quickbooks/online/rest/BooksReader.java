package dev.relink.quickbooks.online.rest;

import dev.relink.connector.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Whose books are open: the realm, the company's name, its preferences by path. */
final class BooksReader {

    private BooksReader() {}

    /** @param bodies the company's and the preferences', in any order; nothing when one of them is missing */
    static List<Row> books(List<JsonNode> bodies, String realm) {
        JsonNode company = first(bodies, "CompanyInfo");
        JsonNode preferences = first(bodies, "Preferences");
        if (!company.isObject() || !preferences.isObject()) {
            return List.of();
        }
        return List.of(new Row.Books(
                Map.of(
                        "ProductName",
                        "QuickBooks Online",
                        "Country",
                        company.path("Country").asString("")),
                List.of("75"),
                company.path("CompanyName").asString(""),
                realm.isEmpty() ? Map.of() : Map.of("realm", realm),
                leaves(preferences)));
    }

    private static JsonNode first(List<JsonNode> bodies, String object) {
        return bodies.stream()
                .flatMap(body -> Bodies.objects(body, object))
                .findFirst()
                .orElseGet(OnlineJson.MAPPER::missingNode);
    }

    /** Such as {@code AccountingInfoPrefs/BookCloseDate}. */
    private static Map<String, String> leaves(JsonNode preferences) {
        var leaves = new LinkedHashMap<String, String>();
        preferences
                .properties()
                .forEach(group -> group.getValue().properties().forEach(one -> {
                    if (one.getValue().isValueNode() && !one.getValue().isNull()) {
                        leaves.put(
                                group.getKey() + "/" + one.getKey(),
                                one.getValue().asString(""));
                    }
                }));
        return leaves;
    }
}
