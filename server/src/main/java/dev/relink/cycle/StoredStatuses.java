package dev.relink.cycle;

import dev.relink.connector.Answer;
import dev.relink.connector.Response;
import dev.relink.connector.Row;
import dev.relink.platform.Json;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What QuickBooks had stored for a message set whose answer was lost.
 *
 * @param setCode the code of the whole set, such as 600 or 9001; null when it gave none
 * @param byRequest the stored status of each write by requestID; a missing one means “no stored status” for that write
 */
record StoredStatuses(@Nullable String setCode, Map<String, Status> byRequest) {

    /** @param quickbooksId the id of what was made; null when the stored answer does not tell it */
    record Status(String code, String message, @Nullable String quickbooksId) {}

    static final StoredStatuses NONE = new StoredStatuses(null, Map.of());

    static StoredStatuses read(Answer answer) {
        var status = answer.setStatus();
        var byRequest = new HashMap<String, Status>();
        while (answer.hasNext()) {
            Response response = answer.next();
            byRequest.put(response.requestId(), new Status(response.status().code(), response.message(), id(response)));
        }
        return new StoredStatuses(status == null || status.code().equals("0") ? null : status.code(), byRequest);
    }

    private static @Nullable String id(Response response) {
        while (response.rows().hasNext()) {
            if (response.rows().next() instanceof Row.Found found
                    && !found.quickbooksId().isEmpty()) {
                return found.quickbooksId();
            }
        }
        return null;
    }

    /** Without errors: where an error may be that of the repetition, it proves nothing about the first time. */
    StoredStatuses withoutErrors() {
        var done = new HashMap<>(byRequest);
        done.values().removeIf(status -> !status.code().equals("0"));
        return new StoredStatuses(setCode, done);
    }

    @Nullable
    Status of(String requestId) {
        return setCode == null ? byRequest.get(requestId) : null;
    }

    /** The bytes that we sent differ from those that QuickBooks stored under the same id: a fault of ours. */
    boolean isOurFault() {
        return "9001".equals(setCode);
    }

    String json() {
        return Json.write(this);
    }

    static StoredStatuses ofJson(@Nullable String json) {
        return json == null ? NONE : Json.read(json, StoredStatuses.class);
    }
}
