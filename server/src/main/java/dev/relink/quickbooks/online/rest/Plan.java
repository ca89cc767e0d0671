package dev.relink.quickbooks.online.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be sent for one message set: its exact bytes are stored before the first call. */
record Plan(List<Call> calls) {

    Plan {
        calls = List.copyOf(calls);
    }

    /**
     * One HTTP call. The calls of one lane go one after another, lanes side by side.
     *
     * @param requestid makes the same write a second time harmless, 36 characters at most; null for what only asks
     * @param path below the realm, such as {@code batch} or {@code invoice/12}
     * @param query parameters, encoded; empty for none
     * @param body exact JSON; null for a GET
     * @param requests ids of the requests that it carries, in order
     * @param reads how many reads Intuit counts for it
     * @param follow {@link #PAGES}, {@link #TYPES} or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Call(
            @Nullable String requestid,
            int lane,
            String method,
            String path,
            String query,
            @Nullable String body,
            List<String> requests,
            int reads,
            @Nullable String follow) {

        /** A query whose next pages are fetched until one is not full. */
        static final String PAGES = "pages";

        /** Change data capture: an answer that is full is asked again, type by type. */
        static final String TYPES = "types";

        Call {
            requests = List.copyOf(requests);
        }

        boolean isWrite() {
            return requestid != null;
        }

        boolean hasPayment() {
            return path.equals("payment") || body != null && isBatch() && body.contains("\"Payment\":");
        }

        boolean isBatch() {
            return path.equals("batch");
        }
    }

    byte[] bytes() {
        return OnlineJson.MAPPER.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }

    static Plan of(byte[] bytes) {
        return OnlineJson.MAPPER.readValue(bytes, Plan.class);
    }
}
