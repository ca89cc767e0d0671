package dev.relink.platform.security;

import java.util.Optional;

/** In which browsers people are signed in. Kept outside of the browser's own session, so that it can be ended from elsewhere. */
public interface Sessions {

    /** @param address where the request came from @param agent what the browser calls itself */
    PersonSession begin(long person, String address, String agent);

    /** Who that is, with today's rights; empty when it was ended, idle too long, or is too old. Remembers that it was seen. */
    Optional<Actor> actor(PersonSession session);

    /** Nothing happens when it has ended already. */
    void end(PersonSession session);
}
