package dev.relink.quickbooks.online.oauth;

import org.jspecify.annotations.Nullable;

/**
 * What Intuit's token service gave.
 *
 * @param refresh empty when none was given: then the one that is stored goes on
 * @param accessSeconds how long the access token lives
 * @param refreshSeconds how long the refresh token lives unless it is used; null = not told
 * @param hardSeconds until no refresh works any more, whatever is done; null = not told
 */
record Tokens(
        String access,
        String refresh,
        long accessSeconds,
        @Nullable Long refreshSeconds,
        @Nullable Long hardSeconds) {

    Tokens {
        if (access.isBlank()) {
            throw new IllegalArgumentException("no access token");
        }
    }

    Pair pair(Pair before) {
        return new Pair(access, refresh.isBlank() ? before.refresh() : refresh);
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "Tokens[for " + accessSeconds + " s]";
    }
}
