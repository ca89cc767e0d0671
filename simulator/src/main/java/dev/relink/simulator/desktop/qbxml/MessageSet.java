package dev.relink.simulator.desktop.qbxml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A QBXMLMsgsRq that is well formed and fits the schema.
 *
 * @param onError stopOnError, continueOnError or rollbackOnError
 * @param newId newMessageSetID, null where absent
 * @param oldId oldMessageSetID, null where absent
 * @param includesData false with {@code responseData="includeNone"}
 */
public record MessageSet(
        QbxmlVersion version,
        String onError,
        @Nullable String newId,
        @Nullable String oldId,
        boolean includesData,
        List<Element> requests) {}
