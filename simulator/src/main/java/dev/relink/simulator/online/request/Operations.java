package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Books;
import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Json;
import dev.relink.simulator.online.query.Answering;
import dev.relink.simulator.online.query.Query;
import dev.relink.simulator.online.query.QueryRefused;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The operations of the API; each gives the envelope of its answer, without the time. */
public final class Operations {
    private final Session session;
    private final Rendering rendering;
    private final Instant listsAsOf;

    /** @param listsAsOf lists are answered as they were then, which is now unless they lag */
    public Operations(Session session, Instant listsAsOf) {
        this.session = session;
        this.rendering = new Rendering(session);
        this.listsAsOf = listsAsOf;
    }

    public ObjectNode read(EntityType type, String id) {
        return single(Reads.find(session, type, id));
    }

    public ObjectNode save(EntityType type, JsonNode body) {
        return single(new Writes(session).save(type, body));
    }

    public ObjectNode makeVoid(EntityType type, JsonNode body) {
        return single(new Writes(session).makeVoid(type, body));
    }

    public ObjectNode delete(EntityType type, JsonNode body) {
        Entity gone = new Writes(session).delete(type, body);
        ObjectNode answer = Json.object();
        answer.set(type.wireName(), Rendering.deleted(gone));
        return answer;
    }

    private ObjectNode single(Entity entity) {
        ObjectNode answer = Json.object();
        answer.set(entity.type().wireName(), rendering.of(entity));
        return answer;
    }

    /** @throws Refusal 4000 or 4001 */
    public ObjectNode query(String text) {
        try {
            Query query = Query.parse(text, session.switches().projectionsUnderstood);
            var answering = new Answering(query, session.zone(), session.switches().orderByIdRefused);
            List<Entity> found = answering.matching(candidates(query));
            ObjectNode answer = Json.object();
            answer.set("QueryResponse", query.count() ? total(found.size()) : page(query, found));
            return answer;
        } catch (QueryRefused e) {
            throw new Refusal(
                    e.parsed() ? Code.INVALID_QUERY : Code.QUERY_NOT_PARSED, String.valueOf(e.getMessage()), null);
        }
    }

    private List<Entity> candidates(Query query) {
        Books books = session.books();
        return books.all(query.type(), session.horizon(), listsAsOf);
    }

    private static ObjectNode total(int count) {
        return Json.object().put("totalCount", count);
    }

    private ObjectNode page(Query query, List<Entity> found) {
        int size = query.max() + (session.switches().oneRowTooMany ? 1 : 0);
        List<Entity> rows = found.stream().skip(query.start() - 1L).limit(size).toList();
        ObjectNode page = Json.object();
        if (!rows.isEmpty()) {
            ArrayNode shown = page.putArray(query.type().wireName());
            rows.forEach(row -> shown.add(projected(query, rendering.of(row))));
            page.put("startPosition", query.start()).put("maxResults", rows.size());
        }
        return page;
    }

    private static ObjectNode projected(Query query, ObjectNode row) {
        if (query.properties().isEmpty()) {
            return row;
        }
        Set<String> wanted = query.properties().stream()
                .map(property -> property.split("\\.")[0])
                .collect(Collectors.toCollection(HashSet::new));
        wanted.addAll(Set.of("domain", "sparse"));
        boolean id = wanted.contains("Id");
        row.retain(wanted);
        return id ? row : row.put("sparse", true);
    }

    /** @param entities names of types, with commas between them */
    public ObjectNode changes(String entities, String since) {
        return new Changes(session, rendering).since(entities, since);
    }

    /** The type of this name in an address or a batch item. */
    public static EntityType type(String name) {
        return EntityType.of(name)
                .orElseThrow(() -> new Refusal(
                        Code.INVALID_OBJECT_NAME,
                        "Invalid or unsupported object name : " + name.toLowerCase(Locale.ROOT),
                        null));
    }
}
