package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Entry;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The iterators of one session. They die with it, and by default with the next Start. */
public final class Iterators {
    private final Map<String, Open> byId = new HashMap<>();

    private int started;

    private record Open(String request, List<Entry> rest) {}

    /** A page, and what an answer must say of its iterator. */
    record Page(List<Entry> entries, int remaining, String id) {}

    Page start(String request, List<Entry> all, int size, boolean oneAtATime) {
        if (oneAtATime) {
            byId.clear();
        }
        return page(id(request), new Open(request, all), size);
    }

    /** The next page, or null if there is no such iterator for that request. */
    @Nullable
    Page next(String id, String request, int size) {
        Open open = byId.get(id);
        return open == null || !open.request.equals(request) ? null : page(id, open, size);
    }

    boolean stop(String id) {
        return byId.remove(id) != null;
    }

    /** The session is over. */
    public void end() {
        byId.clear();
    }

    /** As QuickBooks writes it, and the same for the same calls: worlds of a seed are played again. */
    private String id(String request) {
        return "{" + UUID.nameUUIDFromBytes((++started + request).getBytes(StandardCharsets.UTF_8)) + "}";
    }

    private Page page(String id, Open open, int size) {
        int taken = Math.min(size, open.rest.size());
        List<Entry> rest = open.rest.subList(taken, open.rest.size());
        if (rest.isEmpty()) {
            byId.remove(id);
        } else {
            byId.put(id, new Open(open.request, rest));
        }
        return new Page(open.rest.subList(0, taken), rest.size(), id);
    }
}
