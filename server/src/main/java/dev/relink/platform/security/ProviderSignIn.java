package dev.relink.platform.security;

import dev.relink.platform.OidcSettings;
import dev.relink.platform.Settings;
import dev.relink.platform.security.ProviderAccounts.NotAdmitted;
import dev.relink.platform.security.ProviderAccounts.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Sign-in with the OpenID Connect provider of the settings, if there is one: authorization code with state, nonce and PKCE
 * (RFC 9700). What the provider says ends here: the browser then has the same session as after a password.
 */
@Component
class ProviderSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);

    private final Settings settings;
    private final ProviderAccounts accounts;
    private final BrowserSessions sessions;

    ProviderSignIn(Settings settings, ProviderAccounts accounts, BrowserSessions sessions) {
        this.settings = settings;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    void addTo(HttpSecurity http) {
        OidcSettings oidc = settings.oidc();
        if (oidc != null) {
            http.oauth2Login(login -> configure(login, oidc));
        }
    }

    private void configure(OAuth2LoginConfigurer<HttpSecurity> login, OidcSettings oidc) {
        login.loginPage("/sign-in")
                .clientRegistrationRepository(new DiscoveredProvider(oidc, settings.publicUrl()))
                .authorizedClientRepository(new ForgottenTokens())
                // what Spring Security would keep in the session is replaced by our own
                .securityContextRepository(new RequestAttributeSecurityContextRepository())
                .authorizationEndpoint(start -> start.baseUri("/sign-in"))
                .redirectionEndpoint(end -> end.baseUri(DiscoveredProvider.CALLBACK))
                .userInfoEndpoint(user -> user.oidcUserService(request -> admitted(request, oidc)))
                .successHandler(this::signedIn)
                .failureHandler(ProviderSignIn::refused)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(ProviderSignIn::refused);
                        return filter;
                    }
                });
    }

    private OidcUser admitted(OidcUserRequest request, OidcSettings oidc) {
        OidcIdToken token = request.getIdToken();
        try {
            return new AdmittedUser(token, accounts.admit(identity(token, oidc.roleClaim())));
        } catch (NotAdmitted refused) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(refused.reason().name()), refused);
        }
    }

    private static ProviderIdentity identity(OidcIdToken token, @Nullable String roleClaim) {
        return new ProviderIdentity(
                token.getIssuer() + " " + token.getSubject(),
                token.getEmail(),
                Boolean.TRUE.equals(token.getEmailVerified()),
                Objects.requireNonNullElse(token.getFullName(), ""),
                roleClaim == null || token.getClaim(roleClaim) == null
                        ? List.of()
                        : Objects.requireNonNullElse(token.getClaimAsStringList(roleClaim), List.of()));
    }

    private void signedIn(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        var user = (AdmittedUser) Objects.requireNonNull(who.getPrincipal());
        response.sendRedirect(sessions.begin(user.person(), request, response));
    }

    /** A word in the address, not a sentence: what the page then says is none of the caller's making. */
    private static void refused(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        Reason reason = refused.getCause() instanceof NotAdmitted known ? known.reason() : Reason.PROVIDER;
        if (reason == Reason.PROVIDER) {
            LOG.warn("A sign-in with the OpenID Connect provider failed: {}", cleaned(refused));
        }
        response.sendRedirect("/sign-in?refused=" + reason.name().toLowerCase(Locale.ROOT));
    }

    /** Part of it comes from the address: no line may be forged in the log. */
    private static String cleaned(AuthenticationException refused) {
        String words = String.valueOf(refused.getMessage());
        return words.replaceAll("\\p{Cntrl}", " ").substring(0, Math.min(500, words.length()));
    }
}
