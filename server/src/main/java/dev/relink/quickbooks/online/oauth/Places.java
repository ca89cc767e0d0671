package dev.relink.quickbooks.online.oauth;

import java.net.URI;
import tools.jackson.databind.JsonNode;

/**
 * Where OAuth takes place, out of the discovery document.
 *
 * @param authorize opened by a person's browser; tokens and revoke are asked by Relink
 * @param proofKey whether the document offers PKCE (RFC 7636) with S256
 */
record Places(URI authorize, URI tokens, URI revoke, boolean proofKey) {

    /**
     * @param from where the document was read; only one that came from this machine may lead to plain http here
     * @throws TokensUnavailable when a place is missing, or others could read what is sent there
     */
    static Places of(JsonNode document, URI from) {
        return new Places(
                place(document, "authorization_endpoint", from),
                place(document, "token_endpoint", from),
                place(document, "revocation_endpoint", from),
                document.path("code_challenge_methods_supported")
                        .valueStream()
                        .anyMatch(method -> method.asString().equals("S256")));
    }

    private static URI place(JsonNode document, String name, URI from) {
        String given = document.path(name).asString("");
        try {
            URI place = URI.create(given);
            boolean here = "http".equals(from.getScheme())
                    && String.valueOf(place.getHost()).matches("localhost|127\\.0\\.0\\.1");
            if (place.getHost() != null && ("https".equals(place.getScheme()) || here)) {
                return place;
            }
        } catch (IllegalArgumentException noAddress) {
            // told below
        }
        throw new TokensUnavailable(
                "The discovery document at %s gives no safe address as %s. Look at RELINK_ONLINE_DISCOVERY."
                        .formatted(from, name));
    }
}
