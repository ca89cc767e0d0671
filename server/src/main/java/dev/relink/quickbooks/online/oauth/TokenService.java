package dev.relink.quickbooks.online.oauth;

import dev.relink.platform.OnlineApp;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Intuit's token service: tokens for a code, new tokens for old ones, and an end to them. */
@Component
class TokenService {

    /** Asks for the age at which a connection ends for good (Intuit, November 2025). */
    private static final String HARD_EXPIRY = "x-include-refresh-token-hard-expires-in";

    private final Intuit intuit;
    private final Discovery discovery;
    private final JsonMapper json = new JsonMapper();

    TokenService(Intuit intuit, Discovery discovery) {
        this.intuit = intuit;
        this.discovery = discovery;
    }

    /**
     * @param verifier of PKCE; null when it was not offered
     * @throws GrantRefused when the code is used, too old, or of somebody else
     */
    Tokens exchange(OnlineApp app, String code, String redirect, @Nullable String verifier) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirect);
        if (verifier != null) {
            form.put("code_verifier", verifier);
        }
        Tokens tokens = tokens(app, form);
        if (tokens.refresh().isBlank()) {
            throw new TokensUnavailable("Intuit gave no refresh token.");
        }
        return tokens;
    }

    /** @throws GrantRefused when only a new consent helps */
    Tokens refresh(OnlineApp app, String refreshToken) {
        return tokens(app, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    private Tokens tokens(OnlineApp app, Map<String, String> form) {
        Intuit.Answer answer =
                intuit.ask(post(app, discovery.of(app).tokens(), form).header(HARD_EXPIRY, "true"));
        JsonNode body = read(answer);
        if (answer.status() == 200) {
            return tokens(body, answer);
        }
        String error = body.path("error").asString("");
        if (error.equals("invalid_grant")) {
            throw new GrantRefused("%s %s".formatted(error, words(body)).strip());
        }
        if (error.equals("invalid_client")) {
            throw new TokensUnavailable("Intuit does not know Relink by these keys (invalid_client): correct the client"
                    + " id and the client secret of " + app.environment() + " in the settings.");
        }
        throw new TokensUnavailable("Intuit's token service answered with HTTP %d %s (intuit_tid %s)."
                .formatted(answer.status(), error, answer.trace()));
    }

    private static Tokens tokens(JsonNode body, Intuit.Answer answer) {
        String access = body.path("access_token").asString("");
        long seconds = body.path("expires_in").asLong(0);
        if (access.isBlank() || seconds <= 0) {
            throw new TokensUnavailable(
                    "Intuit's token service answered without a token (intuit_tid %s).".formatted(answer.trace()));
        }
        return new Tokens(
                access,
                body.path("refresh_token").asString(""),
                seconds,
                seconds(body, "x_refresh_token_expires_in"),
                seconds(body, "x_refresh_token_hard_expires_in"));
    }

    private static @Nullable Long seconds(JsonNode body, String name) {
        long seconds = body.path(name).asLong(0);
        return seconds > 0 ? seconds : null;
    }

    /** Ends the connection at Intuit. That a token is dead already (400) is fine. */
    void revoke(OnlineApp app, String refreshToken) {
        Intuit.Answer answer = intuit.ask(post(app, discovery.of(app).revoke(), Map.of("token", refreshToken)));
        if (answer.status() != 200 && answer.status() != 400) {
            throw new TokensUnavailable(
                    "Intuit answered with HTTP %d (intuit_tid %s).".formatted(answer.status(), answer.trace()));
        }
    }

    private static HttpRequest.Builder post(OnlineApp app, java.net.URI place, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String keys = app.clientId() + ":" + app.clientSecret();
        return HttpRequest.newBuilder(place)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(keys.getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString(body));
    }

    private JsonNode read(Intuit.Answer answer) {
        try {
            return json.readTree(answer.body());
        } catch (JacksonException notJson) {
            return json.createObjectNode();
        }
    }

    /** Theirs, shortened, without what could forge a line of the log. */
    private static String words(JsonNode body) {
        String words = body.path("error_description").asString("").replaceAll("\\p{Cntrl}", " ");
        return words.substring(0, Math.min(200, words.length()));
    }
}
