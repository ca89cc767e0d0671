package dev.relink.quickbooks.online.rest;

import dev.relink.entity.Kind;
import dev.relink.entity.Value;
import dev.relink.entity.Value.Reference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one value. */
final class PropertyReader {

    private static final Value.Address EMPTY = new Value.Address(List.of(), null, null, null, null);
    private static final int MOST_LINES = 5;

    private PropertyReader() {}

    /**
     * Null where there is none.
     *
     * @throws IllegalArgumentException or java.time.DateTimeException for what is no such value
     */
    static @Nullable Value value(Kind kind, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        return switch (kind) {
            case Kind.Refers _ -> reference(node);
            case Kind.PostalAddress _ -> address(node);
            case Kind.Text _, Kind.Marker _ -> node.asString("").isBlank() ? null : new Value.Text(node.asString(""));
            case Kind.OneOf oneOf -> new Value.Text(word(oneOf, node.asString("")));
            case Kind.Flag _ -> new Value.Flag(flag(node));
            case Kind.Day _ -> node.asString("").isBlank() ? null : new Value.Day(day(node.asString("")));
            case Kind.Decimal _ -> number(node);
            case Kind.Lines _ -> throw new IllegalArgumentException("no single value");
        };
    }

    private static String word(Kind.OneOf kind, String word) {
        return kind.ofOnline(word).orElseThrow(() -> new IllegalArgumentException("a word that we do not have"));
    }

    private static boolean flag(JsonNode node) {
        return switch (node.asString("")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    /** A day may carry a time or an offset behind it. */
    private static LocalDate day(String text) {
        return LocalDate.parse(text.substring(0, Math.min(text.length(), 10)));
    }

    private static @Nullable Value number(JsonNode node) {
        if (node.isNumber()) {
            return new Value.Number(node.decimalValue());
        }
        return node.asString("").isBlank()
                ? null
                : new Value.Number(new BigDecimal(node.asString("").strip()));
    }

    /** The words TAX and NON are their own names. */
    private static @Nullable Value reference(JsonNode node) {
        var id = node.isObject() ? node.path("value").asString("") : node.asString("");
        var name = node.path("name").asString(TaxWords.isOne(id) ? id : "");
        return id.isBlank() ? null : new Reference.ToQuickBooks(id, name.isBlank() ? null : name);
    }

    private static @Nullable Value address(JsonNode node) {
        var lines = IntStream.rangeClosed(1, MOST_LINES)
                .mapToObj(line -> node.path("Line" + line).asString(""))
                .filter(line -> !line.isBlank())
                .toList();
        var address = new Value.Address(
                lines,
                part(node, "City"),
                part(node, "CountrySubDivisionCode"),
                part(node, "PostalCode"),
                part(node, "Country"));
        return address.equals(EMPTY) ? null : address;
    }

    private static @Nullable String part(JsonNode node, String name) {
        var text = node.path(name).asString("");
        return text.isBlank() ? null : text;
    }
}
