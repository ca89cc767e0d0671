package dev.relink.simulator.online.books;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * All objects of a realm. Every change is a commit with a number, and the last versions are kept, so that a list can be
 * answered as it was. Not safe for threads: the realm lets one request in at a time.
 */
public final class Books {
    private static final int VERSIONS_KEPT = 6;

    private final Map<EntityType, Map<String, Deque<Entity>>> objects = new EnumMap<>(EntityType.class);
    private final List<Deleted> deleted = new ArrayList<>();
    private final Map<String, Integer> lastLines = new HashMap<>();
    private final Map<EntityType, Integer> highestNumbers = new EnumMap<>(EntityType.class);
    private final Names names = new Names();
    private final Ids ids;
    private Consumer<Change> listener = change -> {};
    private long commits;

    /**
     * What a commit did: {@code before} is null for a new object, {@code after} for one that is gone.
     *
     * @param derived whether only properties that follow from other objects changed
     */
    public record Change(
            @Nullable Entity before,
            @Nullable Entity after,
            @Nullable Deleted gone,
            boolean derived) {}

    public Books() {
        this(new Ids());
    }

    private Books(Ids ids) {
        this.ids = ids;
        for (EntityType type : EntityType.values()) {
            objects.put(type, new LinkedHashMap<>());
        }
    }

    /** Books that were kept. */
    public static Books of(KeptBooks kept) {
        var books = new Books(new Ids(kept.highestIds()));
        kept.objects().forEach(books::keep);
        books.deleted.addAll(kept.deleted());
        books.lastLines.putAll(kept.lastLines());
        books.highestNumbers.putAll(kept.highestNumbers());
        books.commits = kept.commits();
        return books;
    }

    /** As they are now. */
    public KeptBooks kept() {
        return new KeptBooks(
                commits,
                objects.values().stream()
                        .flatMap(all -> all.values().stream())
                        .map(Deque::getLast)
                        .toList(),
                List.copyOf(deleted),
                Map.copyOf(lastLines),
                Map.copyOf(highestNumbers),
                ids.highest());
    }

    private Map<String, Deque<Entity>> of(EntityType type) {
        return java.util.Objects.requireNonNull(objects.get(type));
    }

    /** From now on this is told of every commit. */
    public void listen(Consumer<Change> told) {
        listener = told;
    }

    /** Number of the last commit. */
    public long commits() {
        return commits;
    }

    public int count(EntityType type) {
        return of(type).size();
    }

    /** The living objects of a type, oldest first. */
    public List<Entity> all(EntityType type) {
        return of(type).values().stream().map(Deque::getLast).toList();
    }

    /** The one object of a type of which a realm has one. */
    public Entity one(EntityType type) {
        return all(type).getFirst();
    }

    public Optional<Entity> find(EntityType type, String id) {
        return Optional.ofNullable(of(type).get(id)).map(Deque::getLast);
    }

    /** The living object as of a commit: empty when it was not there yet. */
    public Optional<Entity> find(EntityType type, String id, long commit) {
        return Optional.ofNullable(of(type).get(id)).flatMap(versions -> version(versions, commit, Instant.MAX));
    }

    /** The living objects of a type as they were after a commit and at a time, whichever is earlier. */
    public List<Entity> all(EntityType type, long commit, Instant at) {
        return of(type).values().stream()
                .flatMap(versions -> version(versions, commit, at).stream())
                .toList();
    }

    /** The last version within both bounds. What is older than all that is kept is answered by the oldest that is. */
    private static Optional<Entity> version(Deque<Entity> versions, long commit, Instant at) {
        Entity found = null;
        for (Entity version : versions) {
            if (version.number() <= commit && !version.updated().isAfter(at)) {
                found = version;
            }
        }
        Entity oldest = versions.getFirst();
        boolean forgotten = found == null && oldest.number() > oldest.born() && oldest.born() <= commit;
        return Optional.ofNullable(forgotten ? oldest : found);
    }

    public Collection<Deleted> deleted() {
        return List.copyOf(deleted);
    }

    public Optional<Deleted> deleted(EntityType type, String id) {
        return deleted.stream()
                .filter(gone -> gone.type() == type && gone.id().equals(id))
                .reduce((first, last) -> last);
    }

    /** The object that has this name in its scope, inactive ones included. */
    public Optional<Entity> named(EntityType type, String name) {
        return names.holder(type, name).flatMap(key -> find(key.type(), key.id()));
    }

    public Entity add(EntityType type, ObjectNode fields, Instant now, String by, boolean idsGrow) {
        return add(type, ids.next(type, idsGrow), fields, now, by);
    }

    private Entity add(EntityType type, String id, ObjectNode fields, Instant now, String by) {
        commits++;
        return told(null, keep(new Entity(type, id, 0, now, now, commits, commits, by, fields)), false);
    }

    /** Another version, with the next SyncToken. */
    public Entity change(Entity before, ObjectNode fields, Instant now, String by) {
        return told(before, keep(before.changed(now, ++commits, by, fields)), false);
    }

    /** Another version of which only derived properties differ: LastUpdatedTime moves, the SyncToken does not. */
    public Entity touch(Entity before, ObjectNode fields, Instant now) {
        return told(before, keep(before.touchedAt(now, ++commits, fields)), true);
    }

    private Entity told(@Nullable Entity before, Entity after, boolean derived) {
        listener.accept(new Change(before, after, null, derived));
        return after;
    }

    private Entity keep(Entity version) {
        Deque<Entity> versions = of(version.type()).computeIfAbsent(version.id(), id -> new ArrayDeque<>());
        if (!versions.isEmpty()) {
            names.release(versions.getLast());
        }
        versions.addLast(version);
        if (versions.size() > VERSIONS_KEPT) {
            versions.removeFirst();
        }
        names.take(version);
        String number = version.text("DocNumber");
        if (number.matches("\\d{1,8}")) {
            highestNumbers.merge(version.type(), Integer.parseInt(number), Math::max);
        }
        return version;
    }

    /** The highest number that a document of a type ever had, 0 for none. */
    public int highestNumber(EntityType type) {
        return highestNumbers.getOrDefault(type, 0);
    }

    public void remove(Entity entity, Instant now, @Nullable String mergedInto) {
        of(entity.type()).remove(entity.id());
        names.release(entity);
        var gone = new Deleted(entity.type(), entity.id(), now, ++commits, entity.name(), mergedInto);
        deleted.add(gone);
        listener.accept(new Change(entity, null, gone, false));
    }

    /** The next line Id of a transaction; one that was given is never given again. */
    public String nextLine(String document, int atLeast) {
        return String.valueOf(lastLines.merge(document, atLeast, (last, floor) -> Math.max(last + 1, floor)));
    }
}
