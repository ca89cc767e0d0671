package dev.relink.quickbooks.online.oauth;

import dev.relink.company.CompanyId;
import dev.relink.platform.Ids;
import dev.relink.platform.OnlineApp;
import dev.relink.platform.OnlineSettings;
import dev.relink.platform.Settings;
import dev.relink.platform.security.Actor;
import dev.relink.platform.web.Refused;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The way to Intuit and back: OAuth 2.0 authorization code, with a state of ours and PKCE where it is offered. */
@Component
class Connecting {

    private static final String SCOPE = "com.intuit.quickbooks.accounting";

    /** "Up to 19 digits" (Intuit); the one more costs nothing. */
    private static final Pattern REALM = Pattern.compile("[0-9]{1,20}");

    private final Consents consents;
    private final Realms realms;
    private final Discovery discovery;
    private final TokenService service;
    private final CompanyNames names;
    private final Ids ids;
    private final OnlineSettings settings;

    Connecting(
            Consents consents,
            Realms realms,
            Discovery discovery,
            TokenService service,
            CompanyNames names,
            Ids ids,
            Settings settings) {
        this.consents = consents;
        this.realms = realms;
        this.discovery = discovery;
        this.service = service;
        this.names = names;
        this.ids = ids;
        this.settings = settings.online();
    }

    /** @return where the person's browser goes */
    URI begin(CompanyId company, Actor actor, @Nullable String environment, String redirect) {
        OnlineApp app = app(environment);
        Places places = discovery.of(app);
        String verifier = places.proofKey() ? ids.token() + ids.token() : null;
        var address = UriComponentsBuilder.fromUri(places.authorize())
                .queryParam("client_id", "{client}")
                .queryParam("response_type", "code")
                .queryParam("scope", SCOPE)
                .queryParam("redirect_uri", "{redirect}")
                .queryParam("state", consents.begin(company, actor, app.environment(), verifier));
        if (verifier != null) {
            address.queryParam("code_challenge", challenge(verifier)).queryParam("code_challenge_method", "S256");
        }
        return address.encode().buildAndExpand(app.clientId(), redirect).toUri();
    }

    /** @param environment null or empty: that of the only keys there are */
    private OnlineApp app(@Nullable String environment) {
        if (settings.isOff()) {
            throw Refused.conflict("QuickBooks Online is off: whoever runs Relink sets RELINK_ONLINE_CLIENT_ID and"
                    + " RELINK_ONLINE_CLIENT_SECRET, as docs/operating.md says.");
        }
        if (environment == null || environment.isEmpty()) {
            return settings.apps().getFirst();
        }
        return settings.app(environment)
                .orElseThrow(() -> Refused.badRequest("There are no keys for this environment: production and sandbox"
                        + " have keys of their own in the settings."));
    }

    /** RFC 7636, S256. */
    static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not usable here", e);
        }
    }

    /** @throws Refused when the state is none that this browser was given, or was used before */
    Consent returned(CompanyId company, String state, Actor actor) {
        return consents.use(company, state, actor)
                .orElseThrow(() -> Refused.badRequest("Nothing was connected: this answer of QuickBooks belongs to no"
                        + " connection that was begun in this browser in the last 10 minutes, or it was used already."
                        + " Press Connect on the company's page Connection again."));
    }

    /**
     * Fetches what the code is good for. Whose realm it is comes first: to take the code for a realm of another company
     * could end that company's own access.
     */
    GivenAccess fetch(CompanyId company, Consent consent, String code, String realm, String redirect, Actor actor) {
        if (!REALM.matcher(realm).matches()) {
            throw Refused.badRequest("Nothing was connected: QuickBooks did not say which company was chosen (realmId)."
                    + " Press Connect again.");
        }
        realms.holder(consent.environment(), realm)
                .filter(holder -> !holder.equals(company))
                .ifPresent(holder -> {
                    throw taken(realm, holder, actor);
                });
        OnlineApp app = app(consent.environment());
        try {
            Tokens tokens = service.exchange(app, code, redirect, consent.verifier());
            return new GivenAccess(consent.environment(), realm, names.of(company, app, realm, tokens), tokens);
        } catch (GrantRefused refused) {
            throw Refused.conflict(
                    "Nothing was connected: Intuit did not accept the answer it had given (%s). Press Connect again."
                            .formatted(refused.getMessage()));
        } catch (TokensUnavailable away) {
            throw Refused.conflict("Nothing was connected. %s Press Connect again.".formatted(away.getMessage()));
        }
    }

    /** Names the other company only to who may see it. */
    static Refused taken(String realm, CompanyId holder, Actor actor) {
        return Refused.conflict(
                ("The company %s of QuickBooks Online is linked to %s already, and two would write over each"
                                + " other. Nothing was changed. Connect another company, or disconnect it there first.")
                        .formatted(
                                realm,
                                actor.access().mayRead(holder) ? "“" + holder + "”" : "another company of Relink"));
    }
}
