package dev.relink.people;

import dev.relink.platform.security.Access;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of a program's token; the token itself is known to its owner only. */
public record ApiToken(
        long id,
        String name,
        Access access,
        String madeBy,
        Instant madeAt,
        @Nullable Instant usedAt) {

    /** A token that was just made. @param secret to be shown once */
    public record Made(ApiToken token, String secret) {}
}
