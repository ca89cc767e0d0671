package dev.relink.people;

import dev.relink.platform.security.Access;
import java.util.List;
import java.util.Optional;

/** All programs' tokens. */
public interface ApiTokens {

    /** Newest first. */
    List<ApiToken> all();

    ApiToken.Made make(String name, Access access, String madeBy);

    /** Keeps a token that was given from outside ({@code RELINK_API_TOKEN}); nothing happens when it is already known. */
    void keep(String secret, String name, Access access);

    /** @return whether there was one */
    boolean revoke(long id);

    /** Whose token this is; remembers, to the minute, that it was used. */
    Optional<ApiToken> find(String secret);
}
