package dev.relink.people;

import dev.relink.platform.security.PersonSession;
import java.util.List;

/** In which browsers a person is signed in. */
public interface OpenSessions {

    /** Seen last first. */
    List<OpenSession> of(long person);

    /** @return false when it is none of theirs, or has ended already */
    boolean end(long person, long session);

    /** @return how many there were beside the one that asks */
    int endOthers(PersonSession kept);

    /** Everywhere. @return how many there were */
    int endAll(long person);
}
