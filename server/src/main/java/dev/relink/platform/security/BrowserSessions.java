package dev.relink.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
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
    private final Sessions sessions;

    BrowserSessions(HttpSessionCsrfTokenRepository csrfTokens, Sessions sessions) {
        this.newCsrfToken = new CsrfAuthenticationStrategy(csrfTokens);
        this.sessions = sessions;
    }

    /** @return the path that was asked for before the sign-in, or {@code /} */
    public String begin(long person, HttpServletRequest request, HttpServletResponse response) {
        String wanted = Optional.ofNullable(requests.getRequest(request, response))
                .map(BrowserSessions::path)
                .orElse("/");
        if (request.getSession(false) != null) {
            EndedSessions.of(request.getSession(false)).ifPresent(sessions::end);
            request.changeSessionId();
        }
        String agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        var authentication = SignedIn.as(sessions.begin(person, request.getRemoteAddr(), agent));
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
