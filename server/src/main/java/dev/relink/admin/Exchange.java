package dev.relink.admin;

import org.jspecify.annotations.Nullable;

/** What was sent to QuickBooks and what it answered, of one request; null where nothing is kept. */
public record Exchange(@Nullable String request, @Nullable String answer) {

    public static final Exchange NONE = new Exchange(null, null);

    public boolean isKept() {
        return request != null || answer != null;
    }
}
