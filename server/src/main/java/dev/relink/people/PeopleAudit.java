package dev.relink.people;

import java.time.Instant;
import java.util.List;

/** Who signed in, was let in, was shut out. Only grows. */
public interface PeopleAudit {

    /** @param act a sentence's middle: "signed in", "made a token for"; @param whom its end */
    void note(String actor, String act, String whom);

    /** Newest first. */
    List<Entry> newest(int limit);

    record Entry(Instant at, String actor, String act, String whom) {}
}
