package dev.relink.quickbooks.online.rest;

import dev.relink.connector.Request;
import dev.relink.connector.Row;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The rows in one body. */
final class Rows {

    private Rows() {}

    static Stream<Row> of(Request request, JsonNode body) {
        return switch (request) {
            case Request.Write write -> found(write.type(), body);
            case Request.ById one -> one.isOfAWrite() ? written(body) : byId(one.type(), body);
            case Request.ByName one -> named(one, body);
            case Request.ByNumber one -> found(one.type(), body);
            case Request.ByParty one -> found(one.type(), body);
            case Request.ChangedSince one -> found(one.type(), body);
            case Request.ByAnyName _ -> anybody(body);
            case Request.WholeList list -> entries(list.list(), body);
            case Request.DeletedSince deleted -> deleted(deleted, body);
            case Request.WhoseBooks _ -> Stream.empty();
        };
    }

    /** The answer to a write is the record, whatever it is. */
    private static Stream<Row> written(JsonNode body) {
        return EntityTypes.sendable().stream()
                .filter(type -> type.online() != null)
                .flatMap(type -> found(type, body));
    }

    private static Stream<Row> byId(EntityType type, JsonNode body) {
        return type.isSendable() ? found(type, body) : entries(type.name(), body);
    }

    /** What was just deleted comes back as a stub, which is no record. */
    private static Stream<Row> found(EntityType type, JsonNode body) {
        return Bodies.objects(body, Queries.objectOf(type))
                .filter(object -> !isDeleted(object))
                .map(object -> RecordReader.read(type, object));
    }

    private static boolean isDeleted(JsonNode object) {
        return object.path("status").asString("").equals("Deleted");
    }

    /** A customer's name is nobody else's, whatever is above it; of other lists one name may be under many parents. */
    private static Stream<Row> named(Request.ByName asked, JsonNode body) {
        if (!asked.type().isSendable()) {
            return entries(asked.type().name(), body)
                    .filter(row ->
                            row instanceof Row.Entry entry && entry.fullName().equalsIgnoreCase(asked.fullName()));
        }
        boolean alone =
                asked.type().name().equals("customer") || asked.type().name().equals("vendor");
        return found(asked.type(), body)
                .filter(row -> alone
                        || row instanceof Row.Found found && found.fullName().equalsIgnoreCase(asked.fullName()));
    }

    private static Stream<Row> anybody(JsonNode body) {
        return Queries.NAMES.stream()
                .flatMap(object -> EntityTypes.sendable().stream()
                        .filter(type -> object.equals(type.online()))
                        .findFirst()
                        .map(type -> found(type, body))
                        .orElseGet(() -> Bodies.objects(body, object).map(one -> EntryReader.entry("employee", one))));
    }

    private static Stream<Row> entries(String list, JsonNode body) {
        var entries = Bodies.objects(body, Queries.objectOf(EntityTypes.require(list)))
                .map(object -> EntryReader.entry(list, object));
        return list.equals("sales-tax-code") ? Stream.concat(entries, TaxWords.entries(list)) : entries;
    }

    /** What was deleted, and whatever else changed: one answer tells both. */
    static Stream<Row> deleted(Request.DeletedSince asked, JsonNode body) {
        return asked.types().stream()
                .filter(type -> type.isTransaction() == asked.transactions() && type.online() != null)
                .flatMap(type -> Bodies.changes(body, Queries.objectOf(type))
                        .map(object -> isDeleted(object)
                                ? EntryReader.deleted(type.name(), object)
                                : RecordReader.read(type, object)));
    }
}
