package dev.relink.simulator.online.wire;

import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Json;
import dev.relink.simulator.online.request.Code;
import dev.relink.simulator.online.request.Operations;
import dev.relink.simulator.online.request.Refusal;
import dev.relink.simulator.online.request.Refusals;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Understands a call: its path, its parameters, its body. */
final class Asks {
    private static final int MOST_ITEMS = 30;

    private Asks() {}

    /** @throws Refusal when the call cannot be understood */
    static Ask of(Request request) {
        List<String> path = request.path();
        String first = path.isEmpty() ? "" : path.getFirst();
        return switch (first) {
            case "query" -> new Ask.Find(request.isPost() ? request.text() : request.parameter("query"));
            case "cdc" -> new Ask.Changes(request.parameter("entities"), request.parameter("changedSince"));
            case "batch" -> batch(body(request, ""));
            default -> EntityType.of(first).map(type -> entity(type, request)).orElseThrow(() -> noSuchPlace(request));
        };
    }

    private static Ask entity(EntityType type, Request request) {
        if (!request.isPost()) {
            return new Ask.Read(type, id(type, request));
        }
        if (request.path().size() > 1) {
            throw noSuchPlace(request);
        }
        JsonNode body = body(request, type.wireName());
        return of(type, request.parameter("operation"), request.parameter("include"), body);
    }

    /** A void is an operation of its own, or an update that includes it; Intuit's package leaves the word update out. */
    private static Ask of(EntityType type, String operation, String include, JsonNode body) {
        return switch (operation) {
            case "delete" -> new Ask.Delete(type, body);
            case "void" -> new Ask.MakeVoid(type, body);
            case "", "create", "update" ->
                include.equals("void") ? new Ask.MakeVoid(type, body) : new Ask.Save(type, body);
            default -> throw Refusals.unsupported("Operation " + operation + " is not supported.");
        };
    }

    /** The company is asked for by its realm; it and the preferences are always number 1. */
    private static String id(EntityType type, Request request) {
        if (type.family() == EntityType.Family.ONE) {
            return "1";
        }
        if (request.path().size() != 2) {
            throw noSuchPlace(request);
        }
        return request.path().get(1);
    }

    private static Refusal noSuchPlace(Request request) {
        return Refusals.unsupported(
                "Could not find resource for relative : /v3/company/" + String.join("/", request.path()));
    }

    private static Ask batch(JsonNode body) {
        var items = new ArrayList<JsonNode>();
        body.path("BatchItemRequest").forEach(items::add);
        if (items.isEmpty()) {
            throw new Refusal(Code.MALFORMED_REQUEST, "Batch Request is Empty", null);
        }
        if (items.size() > MOST_ITEMS) {
            throw new Refusal(
                    Code.BATCH_TOO_LARGE,
                    "Batch size exceeds allowed limit : %d, supplied %d".formatted(MOST_ITEMS, items.size()),
                    null);
        }
        return new Ask.Batch(List.copyOf(items));
    }

    /** What one item of a batch wants. */
    static Ask item(JsonNode item) {
        if (item.has("Query")) {
            return new Ask.Find(item.path("Query").asString(""));
        }
        if (item.has("CDCQuery")) {
            JsonNode changes = item.path("CDCQuery");
            return new Ask.Changes(
                    changes.path("Entities").asString(""),
                    changes.path("ChangedSince").asString(""));
        }
        String name = item.propertyStream()
                .map(java.util.Map.Entry::getKey)
                .filter(each -> Character.isUpperCase(each.charAt(0)))
                .findFirst()
                .orElse("");
        EntityType type = Operations.type(name);
        boolean voids = item.path("optionsData").asString("").equals("void");
        String operation = item.path("operation").asString("");
        return of(type, voids ? "void" : operation, "", item.path(name));
    }

    private static JsonNode body(Request request, String root) {
        String type = request.contentType();
        if (type.contains("xml")) {
            return XmlReader.read(request.body(), root);
        }
        if (!type.isEmpty() && !type.contains("json")) {
            throw new Refusal(Code.INVALID_CONTENT_TYPE, "Invalid Content Type : " + type, null);
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(request.body()));
            return Optional.ofNullable(Json.read(request.text())).orElseGet(Json::object);
        } catch (CharacterCodingException e) {
            throw Refusals.unsupported("MalformedByteSequenceException: Invalid byte of a UTF-8 sequence");
        } catch (JacksonException e) {
            throw new Refusal(Code.UNSUPPORTED_PROPERTY, "Property Name:" + e.getOriginalMessage(), null);
        }
    }
}
