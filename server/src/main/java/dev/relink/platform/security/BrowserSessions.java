package dev.relink.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** Signs a person in: a new session id and a new CSRF token, so that none of before the sign-in is of use to anybody. */
@Component
public class BrowserSessions {

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final HttpSessionRequestCache requests = PagesChain.requestCache();
    private final CsrfAuthenticationStrategy newCsrfToken;
    private final InstantSource clock;

    BrowserSessions(HttpSessionCsrfTokenRepository csrfTokens, InstantSource clock) {
        this.newCsrfToken = new CsrfAuthenticationStrategy(csrfTokens);
        this.clock = clock;
    }

    /** @return the path that was asked for before the sign-in, or {@code /} */
    public String begin(long person, HttpServletRequest request, HttpServletResponse response) {
        String wanted = Optional.ofNullable(requests.getRequest(request, response))
                .map(BrowserSessions::path)
                .orElse("/");
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        var authentication = SignedIn.as(new PersonSession(person, clock.instant()));
        newCsrfToken.onAuthentication(authentication, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        contexts.saveContext(context, request, response);
        requests.removeRequest(request, response);
        return wanted;
    }

    /** Without scheme and host: those came from the browser. */
    private static String path(SavedRequest saved) {
        if (!(saved instanceof DefaultSavedRequest known)) {
            return "/";
        }
        String query = known.getQueryString();
        return known.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
