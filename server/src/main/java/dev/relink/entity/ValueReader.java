package dev.relink.entity;

import dev.relink.entity.Value.Reference;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one value as its kind; null when it is none, with the problem told. */
final class ValueReader {

    private static final List<String> ADDRESS_PARTS = List.of("lines", "city", "state", "postalCode", "country");
    private static final int MOST_LINES = 20;
    private static final int ID_LENGTH = 255;
    private static final int FIRST_YEAR = 1901;
    private static final int LAST_YEAR = 9999;

    private final Problems problems;

    ValueReader(Problems problems) {
        this.problems = problems;
    }

    @Nullable
    Value read(Field field, JsonNode node, String pointer) {
        return switch (field.kind()) {
            case Kind.Text text -> text(field, text.paragraphs(), node, pointer);
            case Kind.Flag _ ->
                node.isBoolean() ? new Value.Flag(node.booleanValue()) : wrong(pointer, "true or false", node);
            case Kind.Day _ -> day(node, pointer);
            case Kind.Decimal decimal -> number(decimal, node, pointer);
            case Kind.OneOf oneOf -> oneOf(oneOf, node, pointer);
            case Kind.Refers _ -> reference(node, pointer);
            case Kind.PostalAddress _ -> address(node, pointer);
            case Kind.Marker _, Kind.Lines _ -> throw new IllegalStateException(pointer + " is no single value");
        };
    }

    private @Nullable Value text(Field field, boolean paragraphs, JsonNode node, String pointer) {
        var text = string(node, paragraphs, pointer);
        if (text == null) {
            return null;
        }
        if (field.isName() && text.indexOf(':') >= 0) {
            problems.add(pointer, "has a colon, which QuickBooks keeps for Parent:Child: " + Problems.quote(text));
        } else if (field.isRequired() && text.isBlank()) {
            problems.add(pointer, "is empty");
        }
        return new Value.Text(text);
    }

    private @Nullable String string(JsonNode node, boolean paragraphs, String pointer) {
        if (!node.isString()) {
            wrong(pointer, "text", node);
            return null;
        }
        var text = Characters.normal(node.stringValue());
        var problem = Characters.problem(text, paragraphs);
        if (problem != null) {
            problems.add(pointer, problem + ": " + Problems.quote(text));
            return null;
        }
        return text;
    }

    private @Nullable Value day(JsonNode node, String pointer) {
        if (!node.isString()) {
            return wrong(pointer, "a date such as \"2026-03-01\"", node);
        }
        try {
            var date = LocalDate.parse(node.stringValue());
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return new Value.Day(date);
            }
            problems.add(pointer, "is %s; a date goes from %d to %d".formatted(date, FIRST_YEAR, LAST_YEAR));
        } catch (DateTimeException e) {
            problems.add(pointer, "must be a date such as \"2026-03-01\", not " + Problems.quote(node.stringValue()));
        }
        return null;
    }

    private @Nullable Value number(Kind.Decimal kind, JsonNode node, String pointer) {
        var number = decimal(node, pointer);
        if (number == null) {
            return null;
        }
        var stripped = new Value.Number(number).number();
        long whole = (long) stripped.precision() - stripped.scale();
        if (!kind.signed() && stripped.signum() < 0) {
            problems.add(pointer, "is %s; it cannot be less than 0".formatted(shown(number)));
        } else if (whole > kind.whole()) {
            problems.add(
                    pointer,
                    "has %d digits before the point; QuickBooks keeps %d: %s"
                            .formatted(whole, kind.whole(), shown(number)));
        } else if (stripped.scale() > kind.fraction()) {
            problems.add(
                    pointer,
                    "has %d decimals; QuickBooks keeps %d: %s"
                            .formatted(stripped.scale(), kind.fraction(), shown(number)));
        } else {
            return new Value.Number(stripped);
        }
        return null;
    }

    private @Nullable BigDecimal decimal(JsonNode node, String pointer) {
        if (node.isDouble() || node.isFloat()) {
            throw new IllegalArgumentException(pointer + " was parsed as a double: parse with JsonRecords.mapper()");
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isString()) {
            var text = node.stringValue();
            if (text.length() <= 40 && text.matches("[+-]?[0-9]+(\\.[0-9]+)?")) {
                return new BigDecimal(text);
            }
            problems.add(pointer, "must be a decimal number such as \"120.00\", not " + Problems.quote(text));
            return null;
        }
        wrong(pointer, "a decimal number such as \"120.00\"", node);
        return null;
    }

    private static String shown(BigDecimal number) {
        boolean small = Math.abs((long) number.scale()) <= 40;
        return Problems.quote(small ? number.toPlainString() : number.toString());
    }

    private @Nullable Value oneOf(Kind.OneOf kind, JsonNode node, String pointer) {
        if (node.isString() && kind.allowed().contains(node.stringValue())) {
            return new Value.Text(node.stringValue());
        }
        var choice = "one of " + String.join(", ", kind.allowed());
        if (!node.isString()) {
            return wrong(pointer, choice, node);
        }
        problems.add(pointer, "must be %s, not %s".formatted(choice, Problems.quote(node.stringValue())));
        return null;
    }

    private @Nullable Value reference(JsonNode node, String pointer) {
        if (node.isString()) {
            var id = name(node, pointer, ID_LENGTH);
            return id == null ? null : new Reference.ToRecord(id);
        }
        if (node.isObject() && node.size() == 1 && node.has("name")) {
            var name = name(node.get("name"), pointer + "/name", 500);
            return name == null ? null : new Reference.ByName(name);
        }
        if (node.isObject() && node.size() == 1 && node.has("quickbooksId")) {
            var id = name(node.get("quickbooksId"), pointer + "/quickbooksId", 36);
            return id == null ? null : new Reference.ToQuickBooks(id, null);
        }
        return wrong(pointer, "the id of a record, {\"name\": ...} or {\"quickbooksId\": ...}", node);
    }

    private @Nullable String name(JsonNode node, String pointer, int limit) {
        var text = string(node, false, pointer);
        if (text != null && (text.isBlank() || text.length() > limit)) {
            problems.add(
                    pointer,
                    text.isBlank() ? "is empty" : "has %d characters; at most %d go".formatted(text.length(), limit));
            return null;
        }
        return text;
    }

    private @Nullable Value address(JsonNode node, String pointer) {
        if (!node.isObject()) {
            return wrong(pointer, "an address {lines, city, state, postalCode, country}", node);
        }
        for (var property : node.properties()) {
            if (!ADDRESS_PARTS.contains(property.getKey())) {
                problems.add(
                        pointer + "/" + property.getKey(),
                        "is not a part of an address: " + String.join(", ", ADDRESS_PARTS));
            }
        }
        return new Value.Address(
                addressLines(node.get("lines"), pointer + "/lines"),
                part(node, "city", pointer),
                part(node, "state", pointer),
                part(node, "postalCode", pointer),
                part(node, "country", pointer));
    }

    private List<String> addressLines(@Nullable JsonNode node, String pointer) {
        var lines = new ArrayList<String>();
        if (node == null || node.isNull()) {
            return lines;
        }
        if (!node.isArray() || node.size() > MOST_LINES) {
            problems.add(pointer, "must be a list of at most %d lines".formatted(MOST_LINES));
            return lines;
        }
        for (int i = 0; i < node.size(); i++) {
            var line = string(node.get(i), true, pointer + "/" + i);
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private @Nullable String part(JsonNode address, String part, String pointer) {
        var node = address.get(part);
        return node == null || node.isNull() ? null : string(node, false, pointer + "/" + part);
    }

    private @Nullable Value wrong(String pointer, String wanted, JsonNode node) {
        problems.add(pointer, "must be %s, not %s".formatted(wanted, kindOf(node)));
        return null;
    }

    static String kindOf(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "text";
            case NUMBER -> "the number " + Problems.quote(node.asString());
            case BOOLEAN -> node.asString();
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case NULL -> "null";
            case BINARY, MISSING, POJO -> node.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }
}
