package dev.relink.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns the session's person into an {@link Actor} with today's rights; one who was removed or signed out elsewhere is signed out here. */
final class FreshActor extends OncePerRequestFilter {

    private final Sessions sessions;

    FreshActor(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        if (before != null && before.getPrincipal() instanceof PersonSession session) {
            var context = SecurityContextHolder.createEmptyContext();
            sessions.actor(session)
                    .ifPresentOrElse(actor -> context.setAuthentication(SignedIn.as(actor)), () -> end(request));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
