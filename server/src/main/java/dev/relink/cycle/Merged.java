package dev.relink.cycle;

import dev.relink.platform.Json;
import org.jspecify.annotations.Nullable;

/**
 * What is sent instead of the snapshot: after a stale edit token, the app's changes with QuickBooks' other values.
 *
 * @param version the record's version that it was made for: a newer snapshot makes it void
 * @param values resolved values as record JSON
 * @param keepsQuickBooks some of them are QuickBooks' and not the app's
 */
record Merged(long version, String values, boolean keepsQuickBooks) {

    String json() {
        return Json.write(this);
    }

    static @Nullable Merged of(@Nullable String json) {
        return Json.readOrNull(json, Merged.class);
    }
}
