package dev.relink.simulator.desktop.qbxml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The requests that practice QuickBooks knows, and what each may hold. */
public final class Grammar {
    private static final Map<String, Rule> REQUESTS = load();

    private Grammar() {}

    /** The rule of a request element such as {@code CustomerAddRq}, or null if it is not known. */
    public static @Nullable Rule request(String name) {
        return REQUESTS.get(name);
    }

    /** Checks one request against the schema: names, order, number of elements; not the values. */
    static void check(Element request, QbxmlVersion version) throws StructureError {
        Rule rule = REQUESTS.get(request.name());
        if (rule == null) {
            throw new StructureError("the request " + request.name() + " is not known");
        }
        rule.attributes(request);
        rule.structure(request, version);
    }

    private static Map<String, Rule> load() {
        Map<String, Rule> requests = new LinkedHashMap<>();
        FieldTable.read("requests.tsv").forEach((name, row) -> requests.put(name, new Rule(row)));
        return Map.copyOf(requests);
    }
}
