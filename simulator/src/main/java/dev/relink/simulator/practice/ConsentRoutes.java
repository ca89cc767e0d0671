package dev.relink.simulator.practice;

import dev.relink.simulator.online.PracticeOnline;
import dev.relink.simulator.online.oauth.App;
import dev.relink.simulator.online.wire.OAuthEndpoint;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Intuit's page of consent: a person chooses a company and connects an app to it, or does not. */
final class ConsentRoutes {
    private static final List<String> SENT = List.of(
            "client_id", "scope", "redirect_uri", "state", "response_type", "code_challenge", "code_challenge_method");

    private final PracticeOnline online;
    private final Frames frames;
    private final Templates templates;

    ConsentRoutes(PracticeOnline online, Frames frames, Templates templates) {
        this.online = online;
        this.frames = frames;
        this.templates = templates;
    }

    void addTo(RoutesConfig routes) {
        routes.get(OAuthEndpoint.AUTHORIZE, this::ask).post(OAuthEndpoint.AUTHORIZE, this::answer);
    }

    private void ask(Context ctx) {
        Map<String, String> sent = new LinkedHashMap<>();
        SENT.forEach(name -> sent.put(name, Objects.requireNonNullElse(ctx.queryParam(name), "")));
        String redirect = sent.getOrDefault("redirect_uri", "");
        App app = online.oauth().app(sent.getOrDefault("client_id", ""), redirect);
        List<ConsentPage.Choice> choices = online.realms().stream()
                .map(realm -> new ConsentPage.Choice(realm.id(), realm.profile().name()))
                .toList();
        allowFormTo(ctx, redirect);
        var frame = frames.frame("Connect " + app.name(), "", null);
        templates.show(
                ctx,
                "consent.jte",
                Map.of("page", new ConsentPage(frame, app.name(), OAuthEndpoint.AUTHORIZE, sent, choices)));
    }

    /** The answer to the form is a redirection to the app, which the page's policy must allow. */
    private static void allowFormTo(Context ctx, String redirect) {
        URI place = URI.create(redirect);
        if (place.getScheme() == null || place.getRawAuthority() == null) {
            throw new IllegalArgumentException("redirect_uri is an absolute address, not “" + redirect + "”");
        }
        String policy = Objects.requireNonNullElse(ctx.res().getHeader("Content-Security-Policy"), "");
        String target = place.getScheme() + "://" + place.getRawAuthority();
        ctx.header("Content-Security-Policy", policy.replace("form-action 'self'", "form-action 'self' " + target));
    }

    private void answer(Context ctx) {
        String redirect = sent(ctx, "redirect_uri");
        App app = online.oauth().app(sent(ctx, "client_id"), redirect);
        String state = "&state=" + encoded(sent(ctx, "state"));
        if (!sent(ctx, "button").equals("connect")) {
            back(ctx, redirect, "error=access_denied" + state);
            return;
        }
        String realm = online.realm(sent(ctx, "realm")).id();
        String code = online.oauth()
                .consent(app, realm, redirect, Set.of(sent(ctx, "scope").split(" ")), challenge(ctx));
        back(ctx, redirect, "code=" + code + state + "&realmId=" + realm);
    }

    private static @Nullable String challenge(Context ctx) {
        String challenge = sent(ctx, "code_challenge");
        return challenge.isEmpty() ? null : challenge;
    }

    private static String sent(Context ctx, String name) {
        return Objects.requireNonNullElse(ctx.formParam(name), "");
    }

    private static void back(Context ctx, String redirect, String query) {
        ctx.redirect(redirect + (redirect.contains("?") ? "&" : "?") + query, HttpStatus.FOUND);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
