package dev.relink.quickbooks.online.oauth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A company's link to its realm, as it is stored.
 *
 * @param tokens sealed; null when it is disconnected
 * @param version rises with each pair of tokens
 * @param fresh whether the access token lives for a minute at least, by the database's clock
 * @param endedBecause why it needs a person; null while it is connected
 */
record Link(
        String environment,
        String realm,
        String companyName,
        State state,
        byte @Nullable [] tokens,
        long version,
        boolean fresh,
        @Nullable Instant endedAt,
        @Nullable String endedBecause) {

    enum State {
        CONNECTED,
        NEEDS_RECONNECTING,
        DISCONNECTED;

        static State of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    boolean isConnected() {
        return state == State.CONNECTED && tokens != null;
    }

    boolean isOf(String otherEnvironment, String otherRealm) {
        return environment.equals(otherEnvironment) && realm.equals(otherRealm);
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "Link[" + environment + " realm " + realm + ", " + state + "]";
    }
}
