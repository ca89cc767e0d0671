package dev.relink.simulator.online.query;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Kind;
import dev.relink.simulator.online.books.Property;
import dev.relink.simulator.online.books.Schema;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A property that a query may use: which it is, how its values compare.
 *
 * @param zone in which a day begins, for times that are given as a day
 */
record Column(String name, Kind kind, ZoneId zone) {
    /** @throws QueryRefused when the type has no such property, or it cannot be queried */
    static Column of(EntityType type, String given, ZoneId zone) {
        String name = given.replaceFirst("(?i)\\.value$", "");
        if (name.equalsIgnoreCase("MetaData.CreateTime") || name.equalsIgnoreCase("MetaData.LastUpdatedTime")) {
            return new Column(name.substring("MetaData.".length()), Kind.TIME, zone);
        }
        Property property = Schema.published().of(type.wireName()).values().stream()
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () -> QueryRefused.invalid("Property " + given + " not found for Entity " + type.wireName()));
        boolean queryable = !property.list()
                && property.kind() != Kind.ANY
                && (property.kind() != Kind.OBJECT || property.type().equals("EmailAddress"));
        if (!queryable || property.name().equals("PrivateNote")) {
            throw QueryRefused.invalid("property '" + given + "' is not queryable");
        }
        return new Column(property.name(), property.kind(), zone);
    }

    /** The value of an object as text, null when it has none. */
    @Nullable
    String read(Entity entity) {
        return switch (name) {
            case "Id" -> entity.id();
            case "SyncToken" -> String.valueOf(entity.syncToken());
            case "CreateTime" -> second(entity.created());
            case "LastUpdatedTime" -> second(entity.updated());
            default -> read(entity.fields().path(name));
        };
    }

    /** Queries know whole seconds, as objects show them; change data capture knows more. */
    private static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static @Nullable String read(JsonNode value) {
        JsonNode plain = value.isObject() ? value.path(value.has("Address") ? "Address" : "value") : value;
        return plain.isMissingNode() || plain.isNull() ? null : plain.asString("");
    }

    int compare(String actual, String value) {
        try {
            return switch (kind) {
                case DECIMAL, WHOLE -> new BigDecimal(actual).compareTo(new BigDecimal(value));
                case TIME -> Instant.parse(actual).compareTo(instant(value));
                case DATE ->
                    LocalDate.parse(actual)
                            .compareTo(LocalDate.parse(value.substring(0, Math.min(10, value.length()))));
                case TEXT, ENUM, FLAG, REF, OBJECT, ANY -> actual.compareToIgnoreCase(value);
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw QueryRefused.invalid("'" + value + "' is not a value of " + name);
        }
    }

    private Instant instant(String value) {
        if (value.length() == 10) {
            return LocalDate.parse(value).atStartOfDay(zone).toInstant();
        }
        boolean offset = value.matches(".*(Z|[+-]\\d{2}:?\\d{2})$");
        return offset
                ? OffsetDateTime.parse(value.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"))
                        .toInstant()
                : java.time.LocalDateTime.parse(value).atZone(zone).toInstant();
    }
}
