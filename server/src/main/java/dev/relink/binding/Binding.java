package dev.relink.binding;

import dev.relink.connector.Known;
import dev.relink.entity.RecordKey;
import dev.relink.platform.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record's id over there.
 *
 * @param knownLines {@link Known.Line}s as JSON, null when the type has none
 * @param synced the snapshot that QuickBooks last took from us, as JSON; null after a relink
 * @param gone QuickBooks listed it as deleted, or answered that it does not exist
 */
public record Binding(
        RecordKey key,
        String quickbooksId,
        String editToken,
        String fullName,
        @Nullable String knownLines,
        @Nullable String synced,
        long syncedVersion,
        boolean gone) {

    /** An edit token that QuickBooks never gave: a change that carries it is refused as stale and read first. */
    public static final String READ_FIRST = "0";

    /** What a Modify or Remove needs. */
    public Known known() {
        return new Known(quickbooksId, editToken, lines(knownLines));
    }

    public static List<Known.Line> lines(@Nullable String json) {
        return json == null ? List.of() : List.of(Json.read(json, Known.Line[].class));
    }

    public static @Nullable String linesJson(List<Known.Line> lines) {
        return lines.isEmpty() ? null : Json.write(lines);
    }
}
