package dev.relink.people;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses that open once, for a week: whoever holds one chooses a password. */
public interface SetUpLinks {

    /** @return the secret part of the address; an older link of the same person is void */
    String make(@Nullable Person person);

    /** What an open link is for. */
    Optional<Invitation> find(String secret);

    /** Uses the link up. @return false when it is used or too old */
    boolean use(String secret);

    /** @param person who sets up a password; null = the first administrator */
    record Invitation(@Nullable Long person) {}
}
