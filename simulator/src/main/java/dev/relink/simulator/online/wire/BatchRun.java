package dev.relink.simulator.online.wire;

import dev.relink.simulator.online.Latencies.Work;
import dev.relink.simulator.online.Realm;
import dev.relink.simulator.online.Replays;
import dev.relink.simulator.online.Trouble;
import dev.relink.simulator.online.books.Json;
import dev.relink.simulator.online.request.Code;
import dev.relink.simulator.online.request.FaultJson;
import dev.relink.simulator.online.request.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A batch: its items one by one, none of which sees what another has made. */
final class BatchRun {
    private static final int LONGEST_ITEM_ID = 10;
    private static final int MOST_OBJECTS = 1_000;

    private final Realm realm;
    private final Api api;
    private final Ask.Batch batch;
    private final String requestId;
    private final Instant began;
    private int objects;
    private long millis;

    BatchRun(Realm realm, Api api, Ask.Batch batch, String requestId, Instant began) {
        this.realm = realm;
        this.api = api;
        this.batch = batch;
        this.requestId = requestId;
        this.began = began;
    }

    /** The whole batch is remembered by its requestid; of one that broke off, each item that was done. */
    Outcome run() {
        checkItemIds();
        Optional<Replays.Answer> known = realm.recall(requestId);
        if (known.isPresent()) {
            return realm.switches().requestIdTwiceRefused
                    ? api.refused(used(), began)
                    : Outcome.api(200, known.get().json(), "", 0, true);
        }
        long horizon = realm.byApp(Long.MAX_VALUE, session -> session.books().commits());
        Optional<Long> dies = realm.troubles().take(Trouble.DROP_BATCH_AFTER);
        ArrayNode answers = Json.object().arrayNode();
        for (JsonNode item : inOrder()) {
            if (dies.isPresent() && answers.size() >= dies.get()) {
                return Outcome.api(200, "", "", millis, false).ending(Outcome.Ending.CUT);
            }
            answers.add(item(item, horizon));
        }
        return whole(answers);
    }

    private Outcome whole(ArrayNode answers) {
        ObjectNode body = Json.object();
        body.set("BatchItemResponse", answers);
        String json = Json.write(api.timed(body, began));
        realm.remember(requestId, new Replays.Answer(200, json, "", began));
        return Outcome.api(200, json, "", millis, false);
    }

    private void checkItemIds() {
        for (JsonNode item : batch.items()) {
            String id = item.path("bId").asString("");
            if (!requestId.isEmpty() && id.length() > LONGEST_ITEM_ID) {
                throw new Refusal(
                        Code.INVALID_REQUEST_ID,
                        "Invalid Request Id Format : with a requestid a bId has " + LONGEST_ITEM_ID
                                + " characters at most: " + id,
                        null);
            }
        }
    }

    private List<JsonNode> inOrder() {
        var items = new ArrayList<>(batch.items());
        if (realm.switches().batchShuffled) {
            Collections.shuffle(items, new Random(items.size()));
        }
        return items;
    }

    private JsonNode item(JsonNode item, long horizon) {
        String id = item.path("bId").asString("");
        millis += api.time(Work.BATCH_ITEM, 0);
        Replays.Answer answer = answer(item, id, horizon);
        return ((ObjectNode) Json.read(answer.json())).put("bId", id);
    }

    private Replays.Answer answer(JsonNode item, String id, long horizon) {
        try {
            Ask ask = Asks.item(item);
            boolean remembered = ask.isWrite()
                    && !requestId.isEmpty()
                    && (!ask.isPayment() || realm.switches().requestIdHoldsForPayments);
            String key = remembered ? requestId + "/" + id : "";
            Replays.Answer answer = realm.once(key, () -> api.attempt(ask, began, horizon, true), () -> fault(used()))
                    .answer();
            return counted(answer);
        } catch (Refusal e) {
            return fault(e);
        }
    }

    private static Refusal used() {
        return new Refusal(Code.DUPLICATE_REQUEST_ID, "Duplicate Request ID", null);
    }

    private Replays.Answer fault(Refusal refusal) {
        String code = String.valueOf(refusal.code().number());
        return new Replays.Answer(400, Json.write(FaultJson.of(refusal, true)), code, began);
    }

    /** An answer with more than 1,000 objects in all is not given. */
    private Replays.Answer counted(Replays.Answer answer) {
        objects += Json.read(answer.json())
                .path("QueryResponse")
                .path("maxResults")
                .asInt(1);
        return objects > MOST_OBJECTS
                ? fault(new Refusal(Code.RESULT_SET_BIG, "Result Set Big : more than 1,000 objects in one answer", ""))
                : answer;
    }
}
