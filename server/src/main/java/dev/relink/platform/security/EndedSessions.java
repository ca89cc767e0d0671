package dev.relink.platform.security;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** A browser's session that ended (signed out, idle, the server stops) is no longer listed either. */
@Component
class EndedSessions implements HttpSessionListener {

    private static final Logger LOG = LoggerFactory.getLogger(EndedSessions.class);

    /** Asked late: the web server is there before the database is. */
    private final ObjectProvider<Sessions> sessions;

    EndedSessions(ObjectProvider<Sessions> sessions) {
        this.sessions = sessions;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        try {
            of(event.getSession()).ifPresent(session -> sessions.getObject().end(session));
        } catch (RuntimeException e) {
            LOG.debug("An ended session stays listed until it is too old", e);
        }
    }

    /** Who is signed in there. */
    static Optional<PersonSession> of(HttpSession session) {
        Object kept = session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return kept instanceof SecurityContext context
                        && context.getAuthentication() != null
                        && context.getAuthentication().getPrincipal() instanceof PersonSession person
                ? Optional.of(person)
                : Optional.empty();
    }
}
