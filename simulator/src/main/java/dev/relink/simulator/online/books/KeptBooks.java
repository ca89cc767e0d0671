package dev.relink.simulator.online.books;

import java.util.List;
import java.util.Map;

/**
 * Books as they are kept on disk: of each object its last version alone, so that lists are no longer stale afterwards.
 *
 * @param highestIds the highest number that was given in each range of Ids
 */
public record KeptBooks(
        long commits,
        List<Entity> objects,
        List<Deleted> deleted,
        Map<String, Integer> lastLines,
        Map<EntityType, Integer> highestNumbers,
        Map<EntityType, Integer> highestIds) {}
