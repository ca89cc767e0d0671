package dev.relink.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** A list of the server: one part of it, or all parts one after another without holding them in memory. */
final class Paging {

    private static final String MOST = "500";

    @Option(names = "--limit", paramLabel = "N", description = "At most so many, 1 to " + MOST + "; 50 if not given.")
    private String limit = "50";

    @Option(names = "--all", description = "All of them, however many.")
    private boolean all;

    /** @param filters the parameters of the list that were given */
    Part first(Api api, String path, Map<String, String> filters) {
        Map<String, String> parameters = new LinkedHashMap<>(filters);
        parameters.put("limit", all ? MOST : limit);
        return new Part(api, path, parameters, api.get(Api.query(path, parameters)));
    }

    /** One part of a list, and the way to the next. */
    record Part(Api api, String path, Map<String, String> parameters, Api.Answer answer) {
        JsonNode items() {
            return answer.json().path("items");
        }

        String cursor() {
            return answer.json().path("nextCursor").asString("");
        }

        Part next() {
            Map<String, String> more = new LinkedHashMap<>(parameters);
            more.put("cursor", cursor());
            return new Part(api, path, parameters, api.get(Api.query(path, more)));
        }
    }

    /** For people. @param none what an empty list means, in words */
    void print(PrintWriter out, Part first, Table table, String none) {
        long total = first.answer().json().path("total").asLong();
        if (first.items().isEmpty()) {
            out.println(none);
            return;
        }
        table.print(out, first.items(), true);
        for (Part part = first; all && !part.cursor().isEmpty(); ) {
            part = part.next();
            table.print(out, part.items(), false);
        }
        if (!all && !first.cursor().isEmpty()) {
            out.println();
            out.printf("%d of %d. --all shows all of them.%n", first.items().size(), total);
        }
    }

    /** For programs: the answer unchanged; all parts as one answer of the same form. */
    void printJson(PrintWriter out, Part first) {
        if (!all) {
            out.println(first.answer().text());
            return;
        }
        out.print("{\"items\":[");
        String comma = "";
        for (Part part = first; ; part = part.next()) {
            for (JsonNode item : part.items()) {
                out.print(comma + item);
                comma = ",\n";
            }
            if (part.cursor().isEmpty()) {
                break;
            }
        }
        out.printf(
                "],\"nextCursor\":null,\"total\":%s}%n", first.answer().json().path("total"));
    }
}
