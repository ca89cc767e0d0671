package dev.relink.quickbooks.online.rest;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a line is. */
final class LineKind {

    /** Lines as the app sends them. */
    private static final Set<String> OURS = Set.of("SalesItemLineDetail", "DescriptionOnly");

    private LineKind() {}

    /** QuickBooks adds it up by itself. */
    static boolean isSum(JsonNode line) {
        return line.path("DetailType").asString("").equals("SubTotalLineDetail");
    }

    /** Such as a discount, a bundle, or a credit that a payment uses: kept as it stands. */
    static boolean isOthers(JsonNode line) {
        var link = line.path("LinkedTxn").path(0).path("TxnType");
        return line.has("DetailType")
                ? !OURS.contains(line.path("DetailType").asString(""))
                : !link.asString("Invoice").equals("Invoice");
    }

    /** A line without an Id of its own, as those of payments, is known by what it is linked to. */
    static String idOf(JsonNode line) {
        var link = line.path("LinkedTxn").path(0).path("TxnId").asString("");
        return line.path("Id").asString(link);
    }
}
