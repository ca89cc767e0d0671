package dev.relink.cycle;

import dev.relink.platform.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a look-up needs besides the record itself.
 *
 * @param quickbooksId the cleared id, or the one pasted by hand
 * @param clash a held name clash: who has the name?
 */
public record LookFor(@Nullable String quickbooksId, boolean clash) {

    static LookFor forClash() {
        return new LookFor(null, true);
    }

    /** After Clear ID or a hand-made binding. */
    public static LookFor id(@Nullable String quickbooksId) {
        return new LookFor(quickbooksId, false);
    }

    public String json() {
        return Json.write(this);
    }

    static LookFor of(@Nullable String json) {
        return json == null ? id(null) : Json.read(json, LookFor.class);
    }
}
