package dev.relink.platform.security;

import dev.relink.platform.web.ProblemDocument;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** In front of {@code /api/**} and {@code /metrics}: no session, no cookie, so nothing to forge; a token each time. */
@Configuration(proxyBeanMethods = false)
class ProgramsChain {

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, Accounts accounts) {
        return http.securityMatcher("/api/**", "/metrics")
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(StrictHeaders::forPrograms)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerTokens(accounts), AuthorizationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(ProgramsChain::tokenMissing)
                        .accessDeniedHandler((request, response, denied) -> forbidden(response)))
                .authorizeHttpRequests(routes -> routes.requestMatchers(
                                "/api/docs",
                                "/api/v1/openapi.json",
                                "/api/v1/status-codes",
                                "/api/v1/status-codes/**",
                                "/api/v1/quickbooks-online/events")
                        .permitAll()
                        .requestMatchers("/metrics")
                        .access((authentication, context) ->
                                new AuthorizationDecision(isSameMachine(context.getRequest())
                                        || SignedIn.now().isPresent()))
                        .anyRequest()
                        .authenticated())
                .build();
    }

    private static boolean isSameMachine(HttpServletRequest request) {
        boolean forwarded = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        return !forwarded && InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
    }

    private static void tokenMissing(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        String detail = request.getHeader(HttpHeaders.AUTHORIZATION) == null
                ? "The request has no token: send the header \"Authorization: Bearer TOKEN\"."
                : "The token is not known; it may have been revoked. Ask an administrator for a new one.";
        ProblemDocument.of(HttpStatus.UNAUTHORIZED, "Token needed", detail).write(response);
    }

    private static void forbidden(HttpServletResponse response) throws IOException {
        ProblemDocument.of(HttpStatus.FORBIDDEN, "Not allowed", "This token may not do this.")
                .write(response);
    }
}
