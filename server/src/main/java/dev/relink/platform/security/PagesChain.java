package dev.relink.platform.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** In front of everything that people open in a browser: session, CSRF token, strict headers. */
@Configuration(proxyBeanMethods = false)
class PagesChain {

    /** Open to everybody. Everything else asks for a sign-in, also what does not exist. */
    private static final String[] PUBLIC = {
        "/sign-in",
        "/sign-in/oidc/**",
        "/set-up/**",
        "/unsubscribe/**",
        "/status-codes",
        "/status-codes/**",
        "/static/**",
        "/favicon.ico",
        "/healthz",
        "/readyz",
        "/error"
    };

    /** Anybody may paste a log; it changes nothing, and a visitor needs no session for it. */
    private static final RequestMatcher EXPLAINS_A_LOG =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/status-codes");

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http, Sessions sessions, HttpSessionCsrfTokenRepository csrfTokens, ProviderSignIn provider) {
        provider.addTo(http);
        return http.csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .ignoringRequestMatchers(EXPLAINS_A_LOG)
                        // a mail program posts it (RFC 8058): what may be done stands in the address itself
                        .ignoringRequestMatchers("/unsubscribe/**"))
                .headers(StrictHeaders::forPages)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(requestCache()))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in"))
                .addFilterAfter(new FreshActor(sessions), SecurityContextHolderFilter.class)
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/sign-in")))
                .authorizeHttpRequests(routes -> routes.requestMatchers(PUBLIC)
                        .permitAll()
                        .anyRequest()
                        .access((who, request) ->
                                new AuthorizationDecision(SignedIn.now().isPresent())))
                .build();
    }

    @Bean
    HttpSessionCsrfTokenRepository csrfTokens() {
        return new HttpSessionCsrfTokenRepository();
    }

    /** Remembers the page that was asked for, and nothing that was posted. */
    static HttpSessionRequestCache requestCache() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"));
        return cache;
    }
}
