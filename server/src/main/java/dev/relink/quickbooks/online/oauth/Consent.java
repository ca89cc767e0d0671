package dev.relink.quickbooks.online.oauth;

import org.jspecify.annotations.Nullable;

/**
 * Somebody came back from Intuit with the state that they were given.
 *
 * @param verifier of PKCE; null when it was not offered
 */
record Consent(
        byte[] stateHash, String environment, @Nullable String verifier) {

    /** Without the verifier. */
    @Override
    public String toString() {
        return "Consent[" + environment + "]";
    }
}
