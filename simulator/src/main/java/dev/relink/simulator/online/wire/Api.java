package dev.relink.simulator.online.wire;

import dev.relink.simulator.online.Bookkeeper;
import dev.relink.simulator.online.Latencies.Work;
import dev.relink.simulator.online.Realm;
import dev.relink.simulator.online.Replays;
import dev.relink.simulator.online.Trouble;
import dev.relink.simulator.online.Troubles;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Json;
import dev.relink.simulator.online.request.Code;
import dev.relink.simulator.online.request.FaultJson;
import dev.relink.simulator.online.request.Operations;
import dev.relink.simulator.online.request.Refusal;
import dev.relink.simulator.online.request.Rendering;
import dev.relink.simulator.online.request.Session;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Does what a call wants in a realm, and what its troubles make of it. */
final class Api {
    private static final int LONGEST_REQUEST_ID = 50;
    static final int LONGEST_REQUEST_ID_OF_BATCH = 36;

    private final Realm realm;
    private final Troubles troubles;

    Api(Realm realm) {
        this.realm = realm;
        this.troubles = realm.troubles();
    }

    Outcome handle(Request request) {
        Instant began = realm.now();
        try {
            Ask ask = Asks.of(request);
            check(request.requestId(), ask);
            return ask.isWrite() ? afterwards(write(ask, request.requestId(), began)) : read(ask, began);
        } catch (Refusal e) {
            return refused(e, began);
        }
    }

    private static void check(String requestId, Ask ask) {
        int longest = ask instanceof Ask.Batch ? LONGEST_REQUEST_ID_OF_BATCH : LONGEST_REQUEST_ID;
        if (requestId.length() > longest) {
            throw new Refusal(
                    Code.INVALID_REQUEST_ID, "Invalid Request Id Format : more than " + longest + " characters", null);
        }
    }

    private Outcome read(Ask ask, Instant began) {
        ObjectNode body = realm.byApp(Long.MAX_VALUE, session -> answer(ask, session));
        return Outcome.api(200, Json.write(timed(body, began)), "", took(ask), false);
    }

    private Outcome write(Ask ask, String requestId, Instant began) {
        if (ask instanceof Ask.Batch batch) {
            return new BatchRun(realm, this, batch, requestId, began).run();
        }
        boolean remembered = !ask.isPayment() || realm.switches().requestIdHoldsForPayments;
        Replays.Given given = realm.once(
                remembered ? requestId : "", () -> attempt(ask, began, Long.MAX_VALUE, false), () -> used(began));
        Replays.Answer answer = given.answer();
        return Outcome.api(answer.status(), answer.json(), answer.code(), took(ask), given.replayed());
    }

    /** Does it, or says why not. Called with the realm to ourselves. */
    Replays.Answer attempt(Ask ask, Instant began, long horizon, boolean inBatch) {
        try {
            somebodyElse(ask);
            ObjectNode body = realm.byApp(horizon, session -> answer(ask, session));
            return new Replays.Answer(200, Json.write(inBatch ? body : timed(body, began)), "", began);
        } catch (Refusal e) {
            return fault(e, began, inBatch);
        }
    }

    private Replays.Answer used(Instant began) {
        return fault(new Refusal(Code.DUPLICATE_REQUEST_ID, "Duplicate Request ID", null), began, false);
    }

    private Replays.Answer fault(Refusal refusal, Instant began, boolean inBatch) {
        ObjectNode body = FaultJson.of(refusal, inBatch);
        boolean timeless = inBatch || refusal.code() == Code.INVALID_ID;
        String json = Json.write(timeless ? body : timed(body, began));
        return new Replays.Answer(
                status(refusal, inBatch), json, String.valueOf(refusal.code().number()), began);
    }

    private int status(Refusal refusal, boolean inBatch) {
        boolean subscription = refusal.code() == Code.COMPANY_STATUS && realm.switches().subscriptionFaultIs200;
        boolean well = subscription || (!inBatch && troubles.strikes(Trouble.FAULT_IN_200));
        return well ? 200 : refusal.code().httpStatus();
    }

    Outcome refused(Refusal refusal, Instant began) {
        Replays.Answer answer = fault(refusal, began, false);
        return Outcome.api(answer.status(), answer.json(), answer.code(), 0, false);
    }

    ObjectNode timed(ObjectNode body, Instant began) {
        return body.put("time", Rendering.millisecond(began, realm.profile().zone()));
    }

    ObjectNode answer(Ask ask, Session session) {
        Instant lists = troubles.isOn(Trouble.STALE_LISTS)
                ? session.now()
                        .minusSeconds(troubles.all()
                                .getOrDefault(Trouble.STALE_LISTS, Trouble.STALE_LISTS.usual())
                                .amount())
                : Instant.MAX;
        var operations = new Operations(session, lists);
        return switch (ask) {
            case Ask.Read read -> operations.read(read.type(), read.id());
            case Ask.Save save -> operations.save(save.type(), save.body());
            case Ask.Delete delete -> operations.delete(delete.type(), delete.body());
            case Ask.MakeVoid makeVoid -> operations.makeVoid(makeVoid.type(), makeVoid.body());
            case Ask.Find find -> operations.query(find.query());
            case Ask.Changes changes -> operations.changes(changes.entities(), changes.since());
            case Ask.Batch batch -> throw new IllegalStateException("a batch is run item by item");
        };
    }

    /** Another user is faster, when that trouble is on. */
    private void somebodyElse(Ask ask) {
        switch (ask) {
            case Ask.Save save -> somebodyElse(save.type(), save.body());
            case Ask.Delete delete -> somebodyElse(delete.type(), delete.body());
            case Ask.MakeVoid makeVoid -> somebodyElse(makeVoid.type(), makeVoid.body());
            case Ask.Read read -> {}
            case Ask.Find find -> {}
            case Ask.Changes changes -> {}
            case Ask.Batch batch -> {}
        }
    }

    private void somebodyElse(EntityType type, JsonNode body) {
        String id = body.path("Id").asString("");
        if (id.isEmpty()) {
            return;
        }
        Bookkeeper other = realm.bookkeeper();
        if (troubles.strikes(Trouble.EDIT_BY_OTHER)) {
            other.save(type, id);
        }
        if (troubles.strikes(Trouble.DELETE_BY_OTHER)) {
            if (type.isTransaction()) {
                other.delete(type, id);
            } else {
                other.setActive(type, id, false);
            }
        }
    }

    /** What happens to the answer of a write that was done; one that was refused is answered as it is. */
    private Outcome afterwards(Outcome outcome) {
        if (!outcome.code().isEmpty()) {
            return outcome;
        }
        Instant now = realm.now();
        if (troubles.strikes(Trouble.DROP_AFTER_COMMIT)) {
            return outcome.ending(Outcome.Ending.CUT);
        }
        if (troubles.strikes(Trouble.TRUNCATE_ANSWER)) {
            return outcome.ending(Outcome.Ending.HALF);
        }
        if (troubles.strikes(Trouble.UNAUTHORIZED_AFTER_COMMIT)) {
            return Gateway.unauthenticated("Token expired", now);
        }
        if (troubles.strikes(Trouble.TIMEOUT_AFTER_COMMIT)) {
            return Gateway.timedOut(now);
        }
        return troubles.strikes(Trouble.ERROR_AFTER_COMMIT) ? failure() : outcome;
    }

    /** The API itself is broken: nothing is said of what was done. */
    Outcome failure() {
        return refused(
                new Refusal(Code.SYSTEM_FAILURE, "System Failure Error: Unexpected Internal Error", null), realm.now());
    }

    Outcome reset() {
        return refused(
                new Refusal(Code.COMPANY_RESET, "Company Reset : the data of this company was reset", null),
                realm.now());
    }

    private long took(Ask ask) {
        return switch (ask) {
            case Ask.Read read -> time(Work.READ, 0);
            case Ask.Save save -> time(save.type().isTransaction() ? Work.SAVE_TRANSACTION : Work.SAVE_NAME, 0);
            case Ask.Delete delete -> time(Work.DELETE, 0);
            case Ask.MakeVoid makeVoid -> time(Work.VOID, 0);
            case Ask.Find find -> find(find.query());
            case Ask.Changes changes -> time(Work.CHANGES, 0);
            case Ask.Batch batch -> time(Work.BATCH_ITEM, 0);
        };
    }

    private long find(String query) {
        String text = query.toUpperCase(java.util.Locale.ROOT);
        boolean count = text.contains("COUNT(");
        String max = text.replaceFirst("(?s).*MAXRESULTS\\s+(\\d{1,4}).*", "$1");
        return time(count ? Work.COUNT : Work.QUERY, max.matches("\\d+") ? Integer.parseInt(max) : 100);
    }

    long time(Work work, int rows) {
        return realm.latencies().of(work, rows);
    }
}
