package dev.relink.platform.security;

import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The actor of the request at hand. */
public final class SignedIn {

    private SignedIn() {}

    public static Optional<Actor> now() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor
                ? Optional.of(actor)
                : Optional.empty();
    }

    static Authentication as(Object principal) {
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of());
    }
}
