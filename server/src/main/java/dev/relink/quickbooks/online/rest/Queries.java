package dev.relink.quickbooks.online.rest;

import dev.relink.connector.Request;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes questions in the query language. Inactive ones always included; never ordered by Id, which says nothing. */
final class Queries {

    /** Rows of a look-up; an answer with as many may have been cut. */
    static final int LOOK_UP = 100;

    /** Most rows of a page. */
    static final int PAGE = 1_000;

    /** Who share one name space. */
    static final List<String> NAMES = List.of("Customer", "Vendor", "Employee");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    private static final String EVEN_INACTIVE = "Active IN (true, false)";

    private Queries() {}

    /** Several where one request takes several: their answers belong together. Empty where Online has no such list. */
    static List<String> of(Request.Read read) {
        return switch (read) {
            case Request.ById one -> List.of(select(one.type(), "Id = " + quoted(one.quickbooksId()), LOOK_UP));
            case Request.ByName one -> List.of(select(one.type(), named(one.type(), one.fullName()), LOOK_UP));
            case Request.ByAnyName any ->
                NAMES.stream()
                        .map(object -> select(
                                object, Stream.of("DisplayName IN " + names(any.fullName()), EVEN_INACTIVE), LOOK_UP))
                        .toList();
            case Request.ByNumber one ->
                List.of(select(one.type(), numberOf(one.type()) + " = " + quoted(one.number()), LOOK_UP));
            case Request.ByParty party -> List.of(select(party.type(), ofParty(party), LOOK_UP));
            case Request.ChangedSince changed -> List.of(changed(changed));
            case Request.WholeList list -> wholeList(list.list());
            case Request.WhoseBooks _ -> List.of("select * from CompanyInfo", "select * from Preferences");
            case Request.DeletedSince _ -> throw new IllegalArgumentException("Deletions are no query");
        };
    }

    static String time(Instant moment) {
        return TIME.format(moment.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    private static String select(EntityType type, String where, int most) {
        var conditions = type.isList() ? Stream.of(where, EVEN_INACTIVE) : Stream.of(where);
        return select(objectOf(type), conditions, most);
    }

    private static String select(String object, Stream<String> conditions, int most) {
        var where = conditions.filter(condition -> !condition.isEmpty()).collect(Collectors.joining(" AND "));
        return "select * from " + object + (where.isEmpty() ? "" : " where " + where) + " maxresults " + most;
    }

    static String objectOf(EntityType type) {
        return Objects.requireNonNull(type.online(), () -> "QuickBooks Online has no " + type.name());
    }

    private static String named(EntityType type, String fullName) {
        var property = objectOf(type).equals("Customer") || objectOf(type).equals("Vendor") ? "DisplayName" : "Name";
        return property + " IN " + names(fullName.substring(fullName.lastIndexOf(':') + 1));
    }

    /** The name, and what becomes of it when its object is made inactive. */
    private static String names(String name) {
        return "(" + quoted(name) + ", " + quoted(name + Names.DELETED) + ")";
    }

    private static String numberOf(EntityType type) {
        return Stream.of("number", "reference")
                .map(type::field)
                .filter(Objects::nonNull)
                .map(field -> field.online() == null ? "" : field.online().path())
                .filter(path -> !path.isEmpty())
                .findFirst()
                .orElse("DocNumber");
    }

    private static String ofParty(Request.ByParty party) {
        return "CustomerRef = %s AND TxnDate >= %s AND TxnDate <= %s"
                .formatted(
                        quoted(party.partyId()),
                        quoted(party.from().toString()),
                        quoted(party.to().toString()));
    }

    /** By the time of the last change: what changes between two pages comes once more, and nothing is skipped. */
    private static String changed(Request.ChangedSince changed) {
        var from = Position.of(changed.iterator(), changed.since());
        var conditions = Stream.of(
                from.time() == null ? "" : "MetaData.LastUpdatedTime >= " + quoted(from.time()),
                changed.type().isList() ? EVEN_INACTIVE : "");
        var where = conditions.filter(condition -> !condition.isEmpty()).collect(Collectors.joining(" AND "));
        var start = changed.pageSize() > 0 ? " startposition " + from.start() : "";
        return "select * from %s%s orderby MetaData.LastUpdatedTime%s maxresults %d"
                .formatted(objectOf(changed.type()), where.isEmpty() ? "" : " where " + where, start, size(changed));
    }

    static int size(Request.ChangedSince changed) {
        return changed.pageSize() > 0 ? Math.min(changed.pageSize(), PAGE) : PAGE;
    }

    private static List<String> wholeList(String list) {
        var type = EntityTypes.require(list);
        return type.online() == null ? List.of() : List.of(select(type, "", PAGE));
    }

    /** In single quotes; a quote or a backslash within takes a backslash before it. */
    static String quoted(@Nullable String text) {
        return "'" + String.valueOf(text).replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
