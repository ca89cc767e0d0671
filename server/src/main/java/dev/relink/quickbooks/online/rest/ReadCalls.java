package dev.relink.quickbooks.online.rest;

import dev.relink.connector.Request;
import dev.relink.entity.EntityType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns questions into calls: few in calls of their own, since those are answered first; many in batches. */
final class ReadCalls {

    private static final int LANES = 8;

    /** Reads by Id are never stale, queries can be: so many go by Id. */
    private static final int BY_ID = 40;

    private static final int SINGLE = 5;

    private final List<Plan.Call> calls = new ArrayList<>();

    private record Item(Request.Read read, String id, String query) {}

    List<Plan.Call> of(List<Request.Read> reads) {
        var items = new ArrayList<Item>();
        var deletions = new LinkedHashMap<String, List<Request.DeletedSince>>();
        long byId = reads.stream().filter(Request.ById.class::isInstance).count();
        for (var read : reads) {
            switch (read) {
                case Request.ById one when byId <= BY_ID -> get(read, path(one), "", null);
                case Request.DeletedSince deleted ->
                    deletions
                            .computeIfAbsent(since(deleted.since()), key -> new ArrayList<>())
                            .add(deleted);
                case Request.WholeList _ -> queries(read, Plan.Call.PAGES);
                case Request.ChangedSince changed -> queries(read, changed.pageSize() > 0 ? null : Plan.Call.PAGES);
                case Request.WhoseBooks _ -> queries(read, null);
                default -> items.addAll(items(read));
            }
        }
        look(items);
        deletions.forEach(this::changes);
        return calls;
    }

    private static String path(Request.ById one) {
        return Queries.objectOf(one.type()).toLowerCase(Locale.ROOT) + "/" + encoded(one.quickbooksId());
    }

    private void queries(Request.Read read, @Nullable String follow) {
        Queries.of(read).forEach(query -> get(read, "query", "query=" + encoded(query), follow));
    }

    private void get(Request.Read read, String path, String query, @Nullable String follow) {
        calls.add(new Plan.Call(null, lane(), "GET", path, query, null, List.of(read.id()), 1, follow));
    }

    private int lane() {
        return calls.size() % LANES;
    }

    /** The queries of one request are told apart by a letter behind its id. */
    private static List<Item> items(Request.Read read) {
        var queries = Queries.of(read);
        var items = new ArrayList<Item>();
        for (int i = 0; i < queries.size(); i++) {
            String id = queries.size() == 1 ? read.id() : read.id() + (char) ('a' + i);
            items.add(new Item(read, id, queries.get(i)));
        }
        return items;
    }

    private void look(List<Item> items) {
        if (items.size() <= SINGLE) {
            items.forEach(item -> get(item.read(), "query", "query=" + encoded(item.query()), null));
        } else {
            for (int from = 0; from < items.size(); from += Lanes.BATCH) {
                batch(items.subList(from, Math.min(items.size(), from + Lanes.BATCH)));
            }
        }
    }

    private void batch(List<Item> items) {
        var body = OnlineJson.object();
        var all = body.putArray("BatchItemRequest");
        items.forEach(item -> all.addObject().put("bId", item.id()).put("Query", item.query()));
        var ids = items.stream().map(item -> item.read().id()).distinct().toList();
        var json = OnlineJson.MAPPER.writeValueAsString(body);
        calls.add(new Plan.Call(null, lane(), "POST", "batch", "", json, ids, items.size(), null));
    }

    /** One call for all that ask since the same moment. */
    private void changes(String since, List<Request.DeletedSince> asked) {
        var objects = asked.stream()
                .flatMap(one -> one.types().stream().filter(type -> type.isTransaction() == one.transactions()))
                .filter(EntityType::isSendable)
                .map(Queries::objectOf)
                .distinct()
                .toList();
        var ids = asked.stream().map(Request.DeletedSince::id).toList();
        var query =
                "entities=" + String.join(",", objects) + (since.isEmpty() ? "" : "&changedSince=" + encoded(since));
        if (!objects.isEmpty()) {
            calls.add(new Plan.Call(null, lane(), "GET", "cdc", query, null, ids, 1, Plan.Call.TYPES));
        }
    }

    private static String since(@Nullable Instant since) {
        return since == null ? "" : Queries.time(since);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
