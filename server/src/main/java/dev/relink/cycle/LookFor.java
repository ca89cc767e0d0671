package dev.relink.cycle;

import dev.relink.connector.StatusCode;
import dev.relink.platform.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a look-up needs besides the record itself.
 *
 * @param quickbooksId the cleared id, or the one pasted by hand
 * @param clash a held name clash: who has the name?
 * @param refused the refusal whose cause is sought; null where none is
 */
public record LookFor(
        @Nullable String quickbooksId,
        boolean clash,
        @Nullable Refused refused) {

    /** QuickBooks' own words about a write, and where they are kept. */
    record Refused(String code, String message, String messageSetId, String requestId) {

        /** Nothing was sent yet: it is only suspected. */
        static final Refused FORESEEN = new Refused("online:610", "", "", "");

        StatusCode status() {
            return StatusCode.parse(code);
        }

        /** A code of the same platform. */
        StatusCode codeOf(String other) {
            return new StatusCode(status().platform(), other);
        }
    }

    static LookFor forCause(Refused refused) {
        return new LookFor(null, false, refused);
    }

    static LookFor forClash() {
        return new LookFor(null, true, null);
    }

    /** After Clear ID or a hand-made binding. */
    public static LookFor id(@Nullable String quickbooksId) {
        return new LookFor(quickbooksId, false, null);
    }

    public String json() {
        return Json.write(this);
    }

    static LookFor of(@Nullable String json) {
        return json == null ? id(null) : Json.read(json, LookFor.class);
    }
}
