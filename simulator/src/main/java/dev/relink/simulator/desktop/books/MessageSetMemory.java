package dev.relink.simulator.desktop.books;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What QuickBooks remembers of the message sets that came with an id, per application. */
public final class MessageSetMemory {
    private final Map<String, Map<String, Remembered>> byApplication = new HashMap<>();
    private final Switches switches;

    MessageSetMemory(Switches switches) {
        this.switches = switches;
    }

    /**
     * One message set.
     *
     * @param checksum of the bytes that came
     * @param answers the {@code *Rs} elements as text inside one element, or null if they were not stored
     */
    public record Remembered(String checksum, @Nullable String answers, Instant at) {}

    /** What is remembered of a set, or null. */
    public @Nullable Remembered get(String application, String id, Instant now) {
        Duration kept = switches.messageSetKept;
        Remembered set = sets(application).get(id);
        boolean tooOld = set != null && kept != null && set.at().plus(kept).isBefore(now);
        return tooOld ? null : set;
    }

    /** Remembers a set, and forgets the oldest ones beyond the number of slots. */
    public void put(String application, String id, Remembered set) {
        Map<String, Remembered> sets = sets(application);
        sets.remove(id);
        sets.put(id, set);
        shrink(sets, switches.messageSetSlots);
    }

    /** Forgets a set. */
    public void forget(String application, String id) {
        sets(application).remove(id);
    }

    /** Forgets all sets of an application. */
    public void forgetAll(String application) {
        sets(application).clear();
    }

    Map<String, Map<String, Remembered>> all() {
        return byApplication;
    }

    private Map<String, Remembered> sets(String application) {
        return byApplication.computeIfAbsent(application, _ -> new LinkedHashMap<>());
    }

    private static void shrink(Map<String, Remembered> sets, int slots) {
        Iterator<String> oldest = sets.keySet().iterator();
        for (int tooMany = sets.size() - slots; tooMany > 0; tooMany--) {
            oldest.next();
            oldest.remove();
        }
    }
}
