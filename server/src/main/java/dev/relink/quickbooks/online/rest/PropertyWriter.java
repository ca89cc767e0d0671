package dev.relink.quickbooks.online.rest;

import dev.relink.entity.Kind;
import dev.relink.entity.Place;
import dev.relink.entity.Value;
import dev.relink.entity.Value.Reference;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One value as JSON. A text is emptied by "", anything else by null. */
final class PropertyWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_LINES = 5;

    private PropertyWriter() {}

    /** @throws IllegalArgumentException for a reference that is not resolved */
    static JsonNode of(Kind kind, Place place, Value value, FieldsWriter.Verb verb) {
        return switch (value) {
            case Value.Nothing _ when kind instanceof Kind.Text -> JSON.stringNode("");
            case Value.Nothing _
            when kind instanceof Kind.PostalAddress ->
                address(new Value.Address(List.of(), null, null, null, null), true);
            case Value.Nothing _ -> JSON.nullNode();
            case Value.Text(var word) when kind instanceof Kind.OneOf oneOf -> JSON.stringNode(word(oneOf, word));
            case Value.Text(var text) -> JSON.stringNode(text.strip());
            case Value.Flag(var on) -> JSON.booleanNode(on);
            case Value.Day(var date) -> JSON.stringNode(date.toString());
            case Value.Number(var number) ->
                JSON.numberNode(
                        kind instanceof Kind.Decimal decimal && decimal.money()
                                ? number.setScale(2, RoundingMode.UNNECESSARY)
                                : number);
            case Value.Address address -> address(address, verb == FieldsWriter.Verb.MOD);
            case Reference reference -> reference(place, reference);
            case Value.Lines _ -> throw new IllegalArgumentException("Lines are no single value");
        };
    }

    private static String word(Kind.OneOf kind, String word) {
        var online = kind.online().get(word);
        if (online == null) {
            throw new IllegalArgumentException("QuickBooks Online has no word for \"%s\"".formatted(word));
        }
        return online;
    }

    private static JsonNode reference(Place place, Reference reference) {
        String id = idOf(place, reference);
        if (id == null) {
            throw new IllegalArgumentException(
                    "%s needs an Id of QuickBooks Online, has %s".formatted(place.path(), reference));
        }
        return place.path().endsWith("Ref") ? JSON.objectNode().put("value", id) : JSON.stringNode(id);
    }

    /** Codes of tax and of currencies are their own Ids. */
    private static @Nullable String idOf(Place place, Reference reference) {
        return switch (reference) {
            case Reference.ToQuickBooks(var id, var _) when id != null -> id;
            case Reference.ToQuickBooks(var _, var name) when name != null && isItsOwnId(place, name) -> name;
            case Reference.ByName(var name) when isItsOwnId(place, name) -> name;
            default -> null;
        };
    }

    private static boolean isItsOwnId(Place place, String name) {
        return place.path().endsWith("TaxCodeRef") && TaxWords.isOne(name)
                || place.path().equals("CurrencyRef") && name.matches("[A-Z]{3}");
    }

    /** @param emptyToo the empty parts as well, else those that QuickBooks has could stay */
    private static JsonNode address(Value.Address address, boolean emptyToo) {
        var json = JSON.objectNode();
        for (int i = 0; i < MOST_LINES; i++) {
            part(
                    json,
                    "Line" + (i + 1),
                    i < address.lines().size() ? address.lines().get(i) : null,
                    emptyToo);
        }
        part(json, "City", address.city(), emptyToo);
        part(json, "CountrySubDivisionCode", address.state(), emptyToo);
        part(json, "PostalCode", address.postalCode(), emptyToo);
        part(json, "Country", address.country(), emptyToo);
        return json;
    }

    private static void part(ObjectNode json, String name, @Nullable String text, boolean emptyToo) {
        if (text != null || emptyToo) {
            json.put(name, text == null ? "" : text.strip());
        }
    }
}
