package dev.relink.simulator.online.books;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is left of an object that is gone.
 *
 * @param number number of the commit that removed it
 * @param mergedInto Id of the one that lives on, null when it was not merged
 */
public record Deleted(
        EntityType type,
        String id,
        Instant when,
        long number,
        String name,
        @Nullable String mergedInto) {}
