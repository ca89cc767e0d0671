package dev.relink.admin;

import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import java.util.List;
import java.util.Locale;

/**
 * An entity type as pages show it.
 *
 * @param name as in addresses and tables
 * @param label such as “Sales order”
 */
public record Kind(String name, String label, String icon) {

    /** Also of a name that no file describes: rows may be older than this version. */
    public static Kind of(String name) {
        return new Kind(name, EntityTypes.of(name).map(EntityType::label).orElse(name), icon(name));
    }

    /** For the middle of a sentence. */
    public String inSentence() {
        return label.toLowerCase(Locale.ROOT);
    }

    /** "1 invoice", "14 invoices" */
    public String counted(long count) {
        return Times.grouped(count) + " " + (count == 1 ? inSentence() : plural());
    }

    private String plural() {
        String one = inSentence();
        if (one.endsWith("s")) {
            return one.equals("terms") ? one : one + "es";
        }
        return one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
    }

    /** All that the app may send, for a filter. */
    static List<Choice> choices() {
        return EntityTypes.sendable().stream()
                .map(type -> new Choice(type.name(), type.label()))
                .toList();
    }

    private static String icon(String name) {
        return switch (name) {
            case "customer" -> "user";
            case "vendor" -> "truck";
            case "item" -> "package";
            case "payment" -> "cash";
            case "credit-memo", "sales-receipt" -> "file-dollar";
            default ->
                EntityTypes.of(name).filter(EntityType::isTransaction).isPresent() ? "file-invoice" : "adjustments";
        };
    }
}
