package dev.relink.tally;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many rows of each kind a company has: exact, and all of one moment. */
public final class Tally {

    /**
     * A number of rows that have the same in common.
     *
     * @param what {@code record}, {@code pending}, {@code error}, {@code binding}, {@code day} (outcomes) or {@code settled}
     * @param state of a record: {@code deleted} or nothing; of a binding: {@code gone} or nothing; of a day: {@code synced},
     *     {@code failed} or nothing
     * @param type of the records; of a day and of what was settled: the date in UTC
     * @param facet of errors; else 0
     */
    public record Part(String what, String state, String type, long facet, long n) {}

    /** Nothing there at all. */
    public static final Tally NONE = new Tally(List.of());

    private record Facet(String state, long facet) {}

    private final List<Part> parts;
    private final Map<Facet, Long> errors = new HashMap<>();

    Tally(List<Part> parts) {
        this.parts = List.copyOf(parts);
        parts.stream()
                .filter(part -> part.what.equals("error"))
                .forEach(part -> errors.merge(new Facet(part.state, part.facet), part.n, Long::sum));
    }

    /** Rows of a kind, of one type or all, in one state or any. */
    public long of(String what, @Nullable String type, @Nullable String state) {
        return of(what).stream()
                .filter(part -> type == null || part.type.equals(type))
                .filter(part -> state == null || part.state.equals(state))
                .mapToLong(Part::n)
                .sum();
    }

    /** Records that the app has; those that it has deleted are none. */
    public long records() {
        return sum("record", "");
    }

    public long deletedRecords() {
        return sum("record", "deleted");
    }

    /** Bindings to what is still there. */
    public long bound() {
        return sum("binding", "");
    }

    /** Pending syncs in one of these states; {@code first-link} is one of its own, beside {@code awaiting-approval}. */
    public long pending(String... states) {
        return Arrays.stream(states).mapToLong(state -> sum("pending", state)).sum();
    }

    /** Pending syncs by state; states that none is in are missing. */
    public Map<String, Long> pendingByState() {
        Map<String, Long> byState = new HashMap<>();
        of("pending").forEach(part -> byState.merge(part.state, part.n, Long::sum));
        return byState;
    }

    /** Pending syncs in one of these states, by the type of their records. */
    public Map<String, Long> pendingByType(String... states) {
        List<String> wanted = List.of(states);
        Map<String, Long> byType = new HashMap<>();
        of("pending").stream()
                .filter(part -> wanted.contains(part.state))
                .forEach(part -> byType.merge(part.type, part.n, Long::sum));
        return byType;
    }

    public long errors() {
        return of("error").stream().mapToLong(Part::n).sum();
    }

    public long errors(String state) {
        return sum("error", state);
    }

    public long errors(String state, long facet) {
        return errors.getOrDefault(new Facet(state, facet), 0L);
    }

    /** Outcomes of a day of UTC. @param date as in {@code 2026-11-25} @param state {@code synced} or {@code failed} */
    public long day(String date, String state) {
        return of("day", date, state);
    }

    /** Errors that were settled on a day of UTC. @param date as in {@code 2026-11-25} */
    public long settled(String date) {
        return of("settled", date, null);
    }

    private long sum(String what, String state) {
        return of(what, null, state);
    }

    private List<Part> of(String what) {
        return parts.stream().filter(part -> part.what.equals(what)).toList();
    }
}
