package dev.relink.quickbooks.online.rest;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the answer to one call tells of its requests. */
sealed interface Verdict {

    /** It was done, or found. */
    record Answered(JsonNode body) implements Verdict {}

    /** It was not. */
    record Refused(Fault fault) implements Verdict {}

    /** Nobody can tell: a write may have been done. */
    record Lost() implements Verdict {}

    /**
     * @param status of HTTP
     * @param body an object, or the text of what is no JSON; null for none
     * @param write else it only asks, and a fault is nothing but a fault
     */
    static Verdict of(int status, @Nullable JsonNode body, boolean write) {
        Optional<Fault> fault = Faults.in(body);
        if (status == 429) {
            return fault.filter(Verdict::isThrottled).<Verdict>map(Refused::new).orElseGet(Lost::new);
        }
        boolean doubtful = status >= 500 || status == 401 || status == 408;
        if (write && doubtful) {
            return new Lost();
        }
        if (fault.isPresent()) {
            return new Refused(fault.get());
        }
        return status == 200 && body != null && body.isObject() ? new Answered(body) : new Lost();
    }

    private static boolean isThrottled(Fault fault) {
        return fault.code().endsWith("3001")
                || fault.message().toLowerCase(Locale.ROOT).contains("throttle");
    }
}
