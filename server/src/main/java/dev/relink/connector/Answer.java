package dev.relink.connector;

import java.time.Instant;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The answer to a message set, read as it streams in. */
public interface Answer extends Iterator<Response>, AutoCloseable {

    /** messageSetStatusCode such as 600 or 9001; null when the set carries none. Known before the first response. */
    @Nullable
    StatusCode setStatus();

    /** newMessageSetID as echoed; null when absent. */
    @Nullable
    String messageSetId();

    /** When the other side began to answer, by its own clock; null when it does not say. Known once all was read. */
    default @Nullable Instant began() {
        return null;
    }

    @Override
    void close();
}
