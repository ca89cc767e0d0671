package dev.relink.platform.security;

import dev.relink.company.CompanyId;
import java.util.Optional;

/** What the walls need to know of tokens and companies. Read anew on each request: a right taken is gone at once. */
public interface Accounts {

    /** @param token as it came over the wire */
    Optional<Actor> token(String token);

    boolean exists(CompanyId company);
}
