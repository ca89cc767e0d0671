package dev.relink.simulator.online.wire;

import dev.relink.simulator.online.PracticeOnline;
import dev.relink.simulator.online.Realm;
import dev.relink.simulator.online.Trouble;
import dev.relink.simulator.online.books.Json;
import dev.relink.simulator.online.oauth.App;
import dev.relink.simulator.online.oauth.OAuthRefused;
import dev.relink.simulator.online.oauth.Tokens;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Discovery, tokens, revocation. The page on which a person agrees is among the pages. */
public final class OAuthEndpoint {
    /** Where a person agrees. */
    public static final String AUTHORIZE = "/online/connect/oauth2";

    private static final String TOKENS = "/online/oauth2/v1/tokens/bearer";
    private static final String REVOKE = "/online/v2/oauth2/tokens/revoke";

    private final PracticeOnline online;

    public OAuthEndpoint(PracticeOnline online) {
        this.online = online;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/online/.well-known/openid_configuration", this::discovery)
                .get("/online/.well-known/openid_sandbox_configuration", this::discovery)
                .post(TOKENS, this::tokens)
                .post(REVOKE, this::revoke)
                .exception(OAuthRefused.class, OAuthEndpoint::refused);
    }

    private void discovery(Context ctx) {
        String base = ctx.scheme() + "://" + ctx.host();
        ObjectNode document = Json.object()
                .put("issuer", base + "/online/op/v1")
                .put("authorization_endpoint", base + AUTHORIZE)
                .put("token_endpoint", base + TOKENS)
                .put("userinfo_endpoint", base + "/online/v1/openid_connect/userinfo")
                .put("revocation_endpoint", base + REVOKE)
                .put("jwks_uri", base + "/online/op/v1/jwks");
        strings(document, "response_types_supported", List.of("code"));
        strings(document, "subject_types_supported", List.of("public"));
        strings(document, "id_token_signing_alg_values_supported", List.of("RS256"));
        strings(document, "scopes_supported", List.of("openid", "email", "profile", "address", "phone"));
        strings(
                document,
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_post", "client_secret_basic"));
        strings(document, "claims_supported", List.of("aud", "exp", "iat", "iss", "realmid", "sub"));
        if (online.oauth().terms().offersProofKey) {
            strings(document, "code_challenge_methods_supported", List.of("S256"));
        }
        answer(ctx, document);
    }

    private static void strings(ObjectNode document, String name, List<String> values) {
        var all = document.putArray(name);
        values.forEach(all::add);
    }

    private void tokens(Context ctx) {
        App app = app(ctx);
        switch (form(ctx, "grant_type")) {
            case "authorization_code" ->
                answer(
                        ctx,
                        online.oauth()
                                .exchange(
                                        app, form(ctx, "code"), form(ctx, "redirect_uri"), form(ctx, "code_verifier")));
            case "refresh_token" -> refresh(ctx, app);
            default -> throw new OAuthRefused("unsupported_grant_type", "authorization_code or refresh_token");
        }
    }

    private void refresh(Context ctx, App app) {
        Tokens tokens = online.oauth().refresh(app, form(ctx, "refresh_token"), () -> strikes(Trouble.REFRESH_RACE));
        if (strikes(Trouble.LOSE_NEXT_REFRESH)) {
            Line.cut(ctx);
        } else {
            answer(ctx, tokens);
        }
    }

    /** The token endpoint knows no realm before it knows the token, so the first realm in that trouble counts. */
    private boolean strikes(Trouble trouble) {
        return online.realms().stream().map(Realm::troubles).anyMatch(troubles -> troubles.strikes(trouble));
    }

    private App app(Context ctx) {
        String header = Objects.requireNonNullElse(ctx.header("Authorization"), "");
        if (!header.startsWith("Basic ")) {
            return online.oauth().authenticate(form(ctx, "client_id"), form(ctx, "client_secret"));
        }
        String pair = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
        int colon = Math.max(0, pair.indexOf(':'));
        return online.oauth()
                .authenticate(pair.substring(0, colon), pair.substring(Math.min(pair.length(), colon + 1)));
    }

    private void revoke(Context ctx) {
        App app = app(ctx);
        String token = form(ctx, "token");
        String text = token.isEmpty() ? json(ctx) : token;
        if (!online.oauth().revoke(app, text)) {
            throw new OAuthRefused("invalid_token", "No connection of this app has that token");
        }
        ctx.status(200);
    }

    private static String json(Context ctx) {
        try {
            return Json.read(ctx.body()).path("token").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    private static String form(Context ctx, String name) {
        return Objects.requireNonNullElse(ctx.formParam(name), "");
    }

    private static void answer(Context ctx, Tokens tokens) {
        ObjectNode body = Json.object()
                .put("token_type", "bearer")
                .put("expires_in", tokens.expiresIn())
                .put("refresh_token", tokens.refreshToken())
                .put("x_refresh_token_expires_in", tokens.refreshExpiresIn())
                .put("access_token", tokens.accessToken());
        if ("true".equals(ctx.header("x-include-refresh-token-hard-expires-in"))) {
            body.put("x_refresh_token_hard_expires_in", tokens.hardExpiresIn());
        }
        ctx.header("Cache-Control", "no-store");
        answer(ctx, body);
    }

    private static void refused(OAuthRefused e, Context ctx) {
        ctx.status(e.httpStatus());
        answer(ctx, Json.object().put("error", e.error()).put("error_description", e.getMessage()));
    }

    private static void answer(Context ctx, ObjectNode body) {
        ctx.header("intuit_tid", java.util.UUID.randomUUID().toString());
        ctx.contentType("application/json;charset=utf-8").result(Json.write(body));
    }
}
