package dev.relink.simulator.online;

import dev.relink.simulator.online.books.Switches;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers that were given to a requestid, kept byte for byte for as long as the switch says. */
public final class Replays {
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    /**
     * What was answered.
     *
     * @param code of the fault, {@code ""} when it was done
     */
    public record Answer(int status, String json, String code, Instant when) {
        boolean done() {
            return code.isEmpty();
        }
    }

    /** @param replayed whether it comes from memory */
    public record Given(Answer answer, boolean replayed) {}

    @Nullable
    Answer find(String requestId, Switches switches, Instant now) {
        answers.values()
                .removeIf(each ->
                        each.when().plusSeconds(switches.requestIdSeconds).isBefore(now));
        return answers.get(requestId);
    }

    void keep(String requestId, Answer answer) {
        answers.put(requestId, answer);
    }
}
