package dev.relink.people;

import dev.relink.platform.security.Access;
import java.util.List;
import java.util.Optional;

/** All who may sign in. E-mail addresses are compared in lower case. */
public interface People {

    /** By name. */
    List<Person> all();

    Optional<Person> find(long id);

    Optional<Person> byEmail(String email);

    /** @param subject at the OpenID Connect provider */
    Optional<Person> bySubject(String subject);

    boolean isEmpty();

    /** Adds a person without a password. @throws EmailTaken when there is one with this address */
    Person add(String email, String name, Access access);

    /** @throws LastAdministrator when nobody could manage people any more */
    void change(long id, String name, Access access);

    /** Also ends their sessions. @throws LastAdministrator when nobody could manage people any more */
    void remove(long id);

    /** Whether nobody else administers everything. */
    boolean isLastAdministrator(long id);

    /** From now on this account of the provider is theirs. */
    void tie(long id, String subject);

    /** Remembers when. */
    void signedIn(long id);

    /** Also ends their sessions. */
    void setPassword(long id, String password);

    /** Whether this is their password; slow on purpose. */
    boolean hasPassword(long id, String password);

    /** Who has this address and this password; takes the same time when there is no such address. */
    Optional<Person> withPassword(String email, String password);

    /** Somebody else has this address. */
    final class EmailTaken extends RuntimeException {
        EmailTaken(String email) {
            super("Somebody with the address " + email + " is already here: change their roles instead.");
        }
    }

    /** Refused: Relink would be left without anybody who can manage people. */
    final class LastAdministrator extends RuntimeException {
        LastAdministrator() {
            super("This is the last administrator of all companies: make somebody else one first.");
        }
    }
}
