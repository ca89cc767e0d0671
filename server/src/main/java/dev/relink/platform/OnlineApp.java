package dev.relink.platform;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Relink as it is registered with Intuit, for real companies or for practice ones: each has keys of its own.
 *
 * @param environment {@code production} or {@code sandbox}
 * @param discovery of the document that names all places of OAuth
 * @param api what a realm's number is put after; ends in {@code /v3/company/}
 * @param verifierToken with which Intuit signs webhooks; null = none are taken
 */
public record OnlineApp(
        String environment,
        String clientId,
        String clientSecret,
        URI discovery,
        URI api,
        @Nullable String verifierToken) {

    /** Without webhooks. */
    public OnlineApp(String environment, String clientId, String clientSecret, URI discovery, URI api) {
        this(environment, clientId, clientSecret, discovery, api, null);
    }

    public static final String PRODUCTION = "production";
    public static final String SANDBOX = "sandbox";

    /** Without the secret. */
    @Override
    public String toString() {
        return "OnlineApp[" + environment + ", " + clientId + "]";
    }
}
