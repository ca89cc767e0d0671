package dev.relink.connector;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one request.
 *
 * @param rows read as they stream in: usable until the next response is taken
 * @param iterator iteratorID when more pages remain, else null
 */
public record Response(
        String requestId,
        StatusCode status,
        String message,
        Iterator<Row> rows,
        @Nullable String iterator) {}
