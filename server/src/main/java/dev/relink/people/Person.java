package dev.relink.people;

import dev.relink.platform.security.Access;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param email lower case
 * @param hasPassword false until they have chosen one
 * @param subject who they are at the OpenID Connect provider (issuer, a blank, subject); null until they signed in there
 */
public record Person(
        long id,
        String email,
        String name,
        Access access,
        boolean hasPassword,
        @Nullable String subject,
        @Nullable Instant signedInAt) {

    /** Whether they can sign in already. */
    public boolean ready() {
        return hasPassword || subject != null;
    }
}
