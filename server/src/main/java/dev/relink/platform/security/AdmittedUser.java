package dev.relink.platform.security;

import java.util.List;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody whom the provider knows and who gets in here. */
final class AdmittedUser extends DefaultOidcUser {

    private final long person;

    AdmittedUser(OidcIdToken token, long person) {
        super(List.of(), token);
        this.person = person;
    }

    long person() {
        return person;
    }
}
