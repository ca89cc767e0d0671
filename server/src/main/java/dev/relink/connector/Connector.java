package dev.relink.connector;

import java.io.Reader;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Speaks one system's language: from requests to bytes and back. Pure: no network, no database, no clock. */
public interface Connector {

    Platform platform();

    /**
     * The exact bytes to send.
     *
     * @param version the highest version both sides speak, such as {@code 13.0}
     */
    byte[] write(MessageSet set, String version);

    /**
     * Reads an answer in constant memory.
     *
     * @param requests the requests of the set by id: they tell what a row is
     * @throws UnreadableAnswer at once or while iterating, when the text is truncated or no answer
     */
    Answer read(Reader answer, Map<String, Request> requests);

    /**
     * What asks what became of writes whose answer was lost, and cannot give them a second effect.
     *
     * @return empty where nothing does: then look-ups alone tell
     */
    Optional<byte[]> askAgain(LostWrites lost, String version);

    /**
     * Writes whose answer was lost.
     *
     * @param sent the exact bytes
     * @param age how long ago that was
     * @param open the ids of the requests whose outcome is not known
     */
    record LostWrites(String messageSetId, byte[] sent, Duration age, Set<String> open) {}

    /** Whether an error that {@link #askAgain} brings to light is the error of the first time, so that nothing was done. */
    boolean remembersErrors();

    /** The piece of a stored set or answer that belongs to one request, for a person to read. */
    Optional<String> excerpt(Reader text, String requestId);

    /** The answer cannot be trusted: whatever it answers is in doubt. */
    final class UnreadableAnswer extends RuntimeException {
        public UnreadableAnswer(String message, Throwable cause) {
            super(message, cause);
        }

        public UnreadableAnswer(String message) {
            super(message);
        }
    }
}
