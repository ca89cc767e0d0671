package dev.relink.platform.security;

import dev.relink.company.CompanyId;
import java.time.Instant;
import java.util.Optional;

/** What the walls need to know of people, tokens and companies. Read anew on each request: a right taken is gone at once. */
public interface Accounts {

    /** @param since when the person signed in; what was before their last change of password no longer counts */
    Optional<Actor> person(long id, Instant since);

    /** @param token as it came over the wire */
    Optional<Actor> token(String token);

    boolean exists(CompanyId company);
}
