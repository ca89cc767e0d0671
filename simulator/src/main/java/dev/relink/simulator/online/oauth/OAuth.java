package dev.relink.simulator.online.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Intuit's authorisation server: codes for consents, tokens for codes, new tokens for old ones. */
public final class OAuth {
    public static final String ACCOUNTING = "com.intuit.quickbooks.accounting";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;
    private final Terms terms = new Terms();
    private final Map<String, App> apps = new LinkedHashMap<>();
    private final Map<String, Consent> codes = new HashMap<>();
    private final List<Connection> connections = new ArrayList<>();

    /** What a person has agreed to, until the app fetches its tokens. */
    private record Consent(
            App app,
            String realmId,
            String redirect,
            Set<String> scopes,
            @Nullable String challenge,
            Instant until) {}

    public OAuth(Clock clock) {
        this.clock = clock;
    }

    public Terms terms() {
        return terms;
    }

    public synchronized void register(App app) {
        apps.put(app.clientId(), app);
    }

    public synchronized List<App> apps() {
        return List.copyOf(apps.values());
    }

    public synchronized List<Connection> connections(String realmId) {
        return connections.stream()
                .filter(each -> each.realmId().equals(realmId))
                .toList();
    }

    /** Who was let in where, to be kept. */
    public synchronized List<KeptConnection> kept() {
        return connections.stream().map(KeptConnection::of).toList();
    }

    public synchronized void bringBack(List<KeptConnection> kept) {
        kept.forEach(each -> connections.add(each.connection()));
    }

    /** @throws OAuthRefused when there is no such app, or it may not send people there */
    public synchronized App app(String clientId, String redirect) {
        App app = apps.get(clientId);
        if (app == null) {
            throw new OAuthRefused("invalid_client", "There is no app " + clientId);
        }
        if (!app.mayRedirectTo(redirect)) {
            throw new OAuthRefused("invalid_request", "The redirect_uri is not one of the app's: " + redirect);
        }
        return app;
    }

    /** @throws OAuthRefused when the secret is not that of the app */
    public synchronized App authenticate(String clientId, String secret) {
        App app = apps.get(clientId);
        if (app == null || !app.secret().equals(secret)) {
            throw new OAuthRefused("invalid_client", "Client id and secret do not belong together");
        }
        return app;
    }

    /** A person has agreed: a code that works once. {@code challenge} is PKCE's, of method S256. */
    public synchronized String consent(
            App app, String realmId, String redirect, Set<String> scopes, @Nullable String challenge) {
        String code = "AB" + random(46);
        Instant until = clock.instant().plusSeconds(terms.code);
        codes.put(code, new Consent(app, realmId, redirect, scopes, challenge, until));
        return code;
    }

    public synchronized Tokens exchange(App app, String code, String redirect, String verifier) {
        Consent consent = codes.remove(code);
        if (consent == null || !consent.app().equals(app) || consent.until().isBefore(clock.instant())) {
            throw OAuthRefused.grant("The authorisation code is unknown, used, or too old");
        }
        if (!consent.redirect().equals(redirect) || !answers(consent.challenge(), verifier)) {
            throw OAuthRefused.grant("redirect_uri or code_verifier differ from those of the consent");
        }
        connections.removeIf(each -> each.app().equals(app) && each.realmId().equals(consent.realmId()));
        var connection = new Connection(app, consent.realmId(), consent.scopes(), clock.instant());
        connections.add(connection);
        rotate(connection);
        return tokens(connection);
    }

    private static boolean answers(@Nullable String challenge, String verifier) {
        return challenge == null || challenge.equals(hash(verifier));
    }

    /**
     * New tokens for a refresh token.
     *
     * @param raced whether another refresh of the same token was faster
     */
    public synchronized Tokens refresh(App app, String token, BooleanSupplier raced) {
        Connection connection = holder(app, token);
        boolean current = token.equals(connection.refreshToken);
        if (current && raced.getAsBoolean()) {
            rotate(connection);
            current = false;
        }
        if (!current && !stillWorks(connection, token)) {
            throw OAuthRefused.grant("Incorrect Token type or clientID: the refresh token was superseded");
        }
        if (!clock.instant().isBefore(connection.rotated.plusSeconds(terms.rotatesAfter))) {
            rotate(connection);
        }
        connection.refreshExpires = clock.instant().plusSeconds(terms.refreshToken);
        return tokens(connection);
    }

    private boolean stillWorks(Connection connection, String token) {
        Instant until = connection.superseded.get(token);
        return until != null && clock.instant().isBefore(until);
    }

    private Connection holder(App app, String token) {
        Connection connection = connections.stream()
                .filter(each -> each.app().equals(app) && !each.revoked)
                .filter(each -> token.equals(each.refreshToken) || each.superseded.containsKey(token))
                .findFirst()
                .orElseThrow(() -> OAuthRefused.grant("Incorrect or invalid refresh token"));
        Instant now = clock.instant();
        if (connection.refreshExpires.isBefore(now) || hardEnd(connection).isBefore(now)) {
            throw OAuthRefused.grant("The refresh token has expired");
        }
        return connection;
    }

    private Instant hardEnd(Connection connection) {
        return connection.since().plusSeconds(terms.hardExpiry);
    }

    private void rotate(Connection connection) {
        Instant now = clock.instant();
        if (connection.refreshToken != null) {
            connection.superseded.put(connection.refreshToken, now.plusSeconds(terms.grace));
        }
        connection.refreshToken = "AB11" + now.getEpochSecond() + random(36);
        connection.rotated = now;
        connection.refreshExpires = now.plusSeconds(terms.refreshToken);
    }

    private Tokens tokens(Connection connection) {
        Instant now = clock.instant();
        String access = "eyJ" + random(200);
        connection
                .accessTokens
                .values()
                .removeIf(until -> until.plusSeconds(86_400).isBefore(now));
        connection.accessTokens.put(access, now.plusSeconds(terms.accessToken));
        return new Tokens(
                access,
                java.util.Objects.requireNonNull(connection.refreshToken),
                terms.accessToken,
                Math.max(0, connection.refreshExpires.getEpochSecond() - now.getEpochSecond()),
                hardEnd(connection).getEpochSecond() - now.getEpochSecond());
    }

    /** Ends the connection that a token of either kind belongs to; false when it belongs to none. */
    public synchronized boolean revoke(App app, String token) {
        return connections.stream()
                        .filter(each -> each.app().equals(app))
                        .filter(each -> token.equals(each.refreshToken) || each.accessTokens.containsKey(token))
                        .peek(each -> each.revoked = true)
                        .count()
                > 0;
    }

    /** The bookkeeper disconnects an app from inside QuickBooks. */
    public synchronized void disconnect(String realmId, String clientId) {
        connections.stream()
                .filter(each ->
                        each.realmId().equals(realmId) && each.app().clientId().equals(clientId))
                .forEach(each -> each.revoked = true);
    }

    /** All access tokens of a realm end now; the refresh tokens stay. */
    public synchronized void expireAccess(String realmId) {
        connections(realmId).forEach(each -> each.accessTokens.replaceAll((token, until) -> Instant.EPOCH));
    }

    public synchronized Access check(String bearer) {
        if (bearer.length() < 20 || bearer.length() > 4_096) {
            return new Access.Denied("Malformed bearer token: too short or too long");
        }
        for (Connection connection : connections) {
            Instant until = connection.accessTokens.get(bearer);
            if (until != null) {
                boolean over = until.isBefore(clock.instant());
                return connection.revoked || over
                        ? new Access.Denied((over ? "Token expired: " : "Token revoked: ") + bearer.substring(0, 4))
                        : new Access.Granted(connection);
            }
        }
        return new Access.Denied("Token is invalid: " + bearer.substring(0, 4));
    }

    private static String random(int characters) {
        byte[] bytes = new byte[characters];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes)
                .replaceAll("[-_]", "x")
                .substring(0, characters);
    }

    private static String hash(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
