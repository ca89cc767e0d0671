package dev.relink.connection;

import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.Guide;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a connection itself: one for all the records that wait for it.
 *
 * @param leg the first one that is broken
 * @param decoded what the catalogue says of it
 * @param since null when it was never otherwise
 */
public record Trouble(Leg leg, Decoded decoded, @Nullable Instant since) {

    /** Such as {@code hresult:0x80040408}; its page tells all. */
    public String code() {
        return decoded.code().toString();
    }

    /** Nothing waits for it yet: somebody should act in time. */
    public boolean isAhead() {
        return code().equals(Diagnosis.ENDS_SOON);
    }

    /** What is wrong, in one sentence. @param names what is known of the company */
    public String sentence(Map<String, String> names) {
        return decoded.problem(names);
    }

    public Guide.Told guide(Map<String, String> names) {
        return decoded.guide(names);
    }
}
