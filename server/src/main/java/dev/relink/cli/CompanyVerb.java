package dev.relink.cli;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** A verb about one company: the one that is named, or the only one that there is. */
abstract class CompanyVerb extends ServerVerb {

    /** So many companies are named where one must be chosen; with more, a screen would be full of them. */
    private static final int NAMED = 8;

    @Option(
            names = "--company",
            paramLabel = "ID",
            description = "Whose books; else RELINK_COMPANY, else the only company that there is.")
    private @Nullable String company;

    /** The path of something of this company. */
    final String at(Api api, String... parts) {
        return Api.path(Stream.concat(Stream.of("companies", company(api)), Stream.of(parts))
                .toArray(String[]::new));
    }

    private String company(Api api) {
        String named = given(CompanyVerb.class, verb -> verb.company);
        named = named == null ? surroundings().variable("RELINK_COMPANY") : named;
        return named == null ? only(api.get("/companies").json()) : named;
    }

    private String only(JsonNode companies) {
        JsonNode items = companies.path("items");
        if (items.isEmpty()) {
            throw new Refusal("There is no company that you may see: make one with ./relink companies add.");
        }
        if (items.size() > 1) {
            int total = companies.path("total").asInt(items.size());
            throw badUsage("There are %d companies: name one with --company. They are %s."
                    .formatted(total, ids(items, total)));
        }
        return items.path(0).path("id").asString("");
    }

    /** The first few of them, and how many more there are. */
    private static String ids(JsonNode items, int total) {
        String first = items.valueStream()
                .limit(NAMED)
                .map(item -> Text.of(item, "/id"))
                .collect(Collectors.joining(", "));
        return total <= NAMED ? first : "%s and %d more: ./relink companies lists all".formatted(first, total - NAMED);
    }

    /** A list of this company's, in parts. */
    abstract static class OfMany extends CompanyVerb {

        @Mixin
        private Paging paging = new Paging();

        /** @param none what an empty list means, in words */
        final int list(String what, Map<String, String> filters, Table table, String none) {
            Api api = api();
            Paging.Part first = paging.first(api, at(api, what), filters);
            if (json()) {
                paging.printJson(out(), first);
            } else {
                paging.print(out(), first, table, none);
            }
            return DONE;
        }
    }
}
