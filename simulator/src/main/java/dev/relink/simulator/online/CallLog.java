package dev.relink.simulator.online;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last calls of a realm, with what came of them. */
public final class CallLog {
    private static final int KEPT = 300;
    private static final int TOO_MANY = 429;

    private final Deque<Call> calls = new ArrayDeque<>();
    private long total;
    private long throttled;

    /**
     * One call.
     *
     * @param app client id, {@code ""} when nobody knows who called
     * @param path after the realm, with its query
     * @param status HTTP status, 0 when the connection was cut
     * @param code of the fault, {@code ""} when there was none
     * @param replayed whether it was answered from memory
     */
    public record Call(
            Instant when,
            String app,
            String method,
            String path,
            String requestId,
            String tid,
            int status,
            String code,
            long millis,
            boolean replayed) {}

    /** Notes a call. */
    public synchronized void note(Call call) {
        calls.addLast(call);
        total++;
        throttled += call.status() == TOO_MANY ? 1 : 0;
        if (calls.size() > KEPT) {
            calls.removeFirst();
        }
    }

    /** The last ones, oldest first. */
    public synchronized List<Call> last() {
        return List.copyOf(calls);
    }

    /** How many there were in all. */
    public synchronized long total() {
        return total;
    }

    /** How many of them were refused for a limit. */
    public synchronized long throttled() {
        return throttled;
    }

    public synchronized void clear() {
        calls.clear();
        total = 0;
        throttled = 0;
    }
}
