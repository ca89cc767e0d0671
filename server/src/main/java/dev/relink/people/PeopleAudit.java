package dev.relink.people;

import org.jspecify.annotations.Nullable;

/** Who signed in, was let in, was shut out. Only grows. */
public interface PeopleAudit {

    /** @param act a sentence's middle: "signed in", "made a token for"; @param whom its end */
    default void note(String actor, String act, String whom) {
        note(actor, act, whom, null, null);
    }

    /** @param before as it was, {@code after} as it became: an object of a few names and values; null = there was none */
    void note(String actor, String act, String whom, @Nullable Object before, @Nullable Object after);
}
