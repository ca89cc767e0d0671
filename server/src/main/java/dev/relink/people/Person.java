package dev.relink.people;

import dev.relink.platform.security.Access;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param email lower case
 * @param ready false until they have chosen a password
 */
public record Person(
        long id,
        String email,
        String name,
        Access access,
        boolean ready,
        @Nullable Instant signedInAt) {}
