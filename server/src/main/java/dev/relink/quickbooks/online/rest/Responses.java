package dev.relink.quickbooks.online.rest;

import dev.relink.connector.Platform;
import dev.relink.connector.Request;
import dev.relink.connector.Response;
import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes the response to one request of what was answered to its parts. */
final class Responses {

    private static final StatusCode GOOD = new StatusCode(Platform.ONLINE, "0");

    /** "Object Not Found": to a question it is no fault but the answer. */
    private static final String NOT_THERE = "610";

    /** Change data capture gives no more than so many objects, and what was deleted comes last. */
    static final int MOST_CHANGES = 1_000;

    private static final StatusCode TOO_MANY = new StatusCode(Platform.ONLINE, "relink-too-many-changes");

    private Responses() {}

    static int partsOf(Request request) {
        return switch (request) {
            case Request.ByAnyName _ -> Queries.NAMES.size();
            case Request.WhoseBooks _ -> 2;
            default -> 1;
        };
    }

    static Response nothing(String requestId) {
        return response(requestId, Collections.emptyIterator(), null);
    }

    static Response of(Request request, List<Piece> parts, String realm) {
        var fault = parts.stream().filter(Piece::isFault).findFirst();
        if (fault.isPresent()) {
            return refused(request, fault.get().fault());
        }
        var bodies = parts.stream().map(Piece::body).toList();
        return switch (request) {
            case Request.WhoseBooks _ ->
                response(request.id(), BooksReader.books(bodies, realm).iterator(), null);
            case Request.DeletedSince deleted -> deleted(deleted, bodies);
            case Request.ChangedSince changed -> changed(changed, bodies);
            default -> response(request.id(), rows(request, bodies), cut(request, bodies));
        };
    }

    private static Response refused(Request request, Fault fault) {
        boolean isAsked = request instanceof Request.Read && !(request instanceof Request.ById one && one.isOfAWrite());
        return isAsked && fault.code().equals(NOT_THERE)
                ? nothing(request.id())
                : new Response(
                        request.id(),
                        new StatusCode(Platform.ONLINE, fault.code()),
                        fault.message(),
                        Collections.emptyIterator(),
                        null);
    }

    private static Response response(String id, Iterator<Row> rows, @Nullable String iterator) {
        return new Response(id, GOOD, "", rows, iterator);
    }

    private static Iterator<Row> rows(Request request, List<JsonNode> bodies) {
        return bodies.stream().flatMap(body -> Rows.of(request, body)).iterator();
    }

    /** A look-up with as many rows as it asked for may have more: its answer is not whole. */
    private static @Nullable String cut(Request request, List<JsonNode> bodies) {
        boolean looksUp = request instanceof Request.Read && !(request instanceof Request.WholeList);
        return looksUp && bodies.stream().anyMatch(body -> Bodies.count(body) >= Queries.LOOK_UP) ? "cut" : null;
    }

    private static Response changed(Request.ChangedSince changed, List<JsonNode> bodies) {
        var objects = bodies.stream()
                .flatMap(body -> Bodies.objects(body, Queries.objectOf(changed.type())))
                .toList();
        String next = null;
        if (changed.pageSize() > 0 && objects.size() >= changed.pageSize()) {
            var last =
                    objects.getLast().path("MetaData").path("LastUpdatedTime").asString("");
            next = Position.of(changed.iterator(), changed.since())
                    .after(last, objects.size())
                    .iterator();
        }
        return response(changed.id(), rows(changed, bodies), next);
    }

    private static Response deleted(Request.DeletedSince deleted, List<JsonNode> bodies) {
        boolean full = bodies.stream().anyMatch(body -> Bodies.countOfChanges(body) >= MOST_CHANGES);
        var rows = bodies.stream().flatMap(body -> Rows.deleted(deleted, body)).iterator();
        return full
                ? new Response(deleted.id(), TOO_MANY, "More changes than QuickBooks Online tells at once", rows, null)
                : response(deleted.id(), rows, null);
    }
}
