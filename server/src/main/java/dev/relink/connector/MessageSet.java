package dev.relink.connector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes out together. Only a set with writes has an {@code id} (newMessageSetID, 20 characters of A-Z0-9), so that
 * reads cannot displace the answer that QuickBooks keeps for recovery.
 *
 * @param previous oldMessageSetID. With {@code id} equal to it and no requests: a status check that executes nothing.
 *     With another {@code id}: forget the stored answer of {@code previous}, which must be committed on our side.
 */
public record MessageSet(@Nullable String id, @Nullable String previous, List<Request> requests) {

    public MessageSet {
        requests = List.copyOf(requests);
    }

    public static MessageSet ofReads(List<? extends Request.Read> requests) {
        return new MessageSet(null, null, List.copyOf(requests));
    }

    /** Asks what QuickBooks stored for {@code id}; cannot execute anything. */
    public static MessageSet statusCheck(String id) {
        return new MessageSet(id, id, List.of());
    }
}
