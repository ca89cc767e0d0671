package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Property;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/** One value of one property, in the form in which it is kept. */
final class Values {
    private Values() {}

    static JsonNode of(Property property, JsonNode given) {
        String text = given.asString("");
        return switch (property.kind()) {
            case DECIMAL -> decimal(property, text);
            case WHOLE -> whole(property, text);
            case FLAG -> flag(property, text);
            case DATE -> date(property, text);
            case ENUM -> choice(property, text);
            case TEXT, TIME, REF, OBJECT, ANY -> string(property, text);
        };
    }

    private static JsonNode decimal(Property property, String text) {
        try {
            return DecimalNode.valueOf(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw bad(Code.INVALID_DECIMAL_FORMAT, property, text);
        }
    }

    private static JsonNode whole(Property property, String text) {
        try {
            return IntNode.valueOf(new BigDecimal(text).intValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw bad(Code.INVALID_NUMBER_FORMAT, property, text);
        }
    }

    private static JsonNode flag(Property property, String text) {
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw bad(Code.INVALID_BOOLEAN, property, text);
        }
        return BooleanNode.valueOf(Boolean.parseBoolean(text));
    }

    /** A date may have an offset or a time behind it, which is dropped. */
    private static JsonNode date(Property property, String text) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            throw bad(Code.INVALID_DATE_FORMAT, property, text);
        }
        try {
            return StringNode.valueOf(LocalDate.parse(text.substring(0, 10)).toString());
        } catch (DateTimeException e) {
            throw bad(Code.INVALID_DATE, property, text);
        }
    }

    private static JsonNode choice(Property property, String text) {
        if (!property.values().contains(text)) {
            throw bad(property.name().equals("Type") ? Code.INVALID_TYPE : Code.INVALID_ENUMERATION, property, text);
        }
        return StringNode.valueOf(text);
    }

    private static JsonNode string(Property property, String text) {
        int max = Lengths.of(property.name());
        if (text.length() > max) {
            throw Refusals.tooLong(property.name(), max, text.length());
        }
        if (text.chars()
                .anyMatch(
                        character -> character < ' ' && character != '\n' && character != '\r' && character != '\t')) {
            throw bad(Code.INVALID_STRING, property, "a control character");
        }
        return StringNode.valueOf(text);
    }

    private static Refusal bad(Code code, Property property, String supplied) {
        return new Refusal(code, code.message() + ". Supplied value:" + supplied, property.name());
    }
}
