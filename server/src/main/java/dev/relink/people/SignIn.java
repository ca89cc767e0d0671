package dev.relink.people;

import dev.relink.platform.security.Throttle;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks a password, slowly for who guesses: counted per account and per address they come from. */
@Component
public class SignIn {

    private static final int FREE_PER_ACCOUNT = 5;

    /** An office shares one address. */
    private static final int FREE_PER_ADDRESS = 20;

    private final People people;
    private final PeopleAudit audit;
    private final Throttle accounts;
    private final Throttle addresses;

    SignIn(People people, PeopleAudit audit, InstantSource clock) {
        this.people = people;
        this.audit = audit;
        this.accounts = new Throttle(clock, FREE_PER_ACCOUNT);
        this.addresses = new Throttle(clock, FREE_PER_ADDRESS);
    }

    /** What comes of a try. */
    public sealed interface Outcome {
        record Welcome(Person person) implements Outcome {}

        /** Whether address or password was wrong is not said. */
        record Wrong() implements Outcome {}

        record TooOften(Duration pause) implements Outcome {}
    }

    /** @param address where the request came from */
    public Outcome attempt(String email, String password, String address) {
        Outcome outcome = check(email, password, address);
        if (outcome instanceof Outcome.Welcome(Person person)) {
            audit.note(person.name(), "signed in", "");
        }
        return outcome;
    }

    /** The same without a note: whether it is really they who ask. */
    Outcome check(String email, String password, String address) {
        String account = email.strip().toLowerCase(Locale.ROOT);
        Duration wait = longer(accounts.wait(account), addresses.wait(address));
        if (wait.isPositive()) {
            return new Outcome.TooOften(wait);
        }
        Optional<Person> person = people.withPassword(account, password);
        if (person.isEmpty()) {
            accounts.failed(account);
            addresses.failed(address);
            return new Outcome.Wrong();
        }
        accounts.succeeded(account);
        return new Outcome.Welcome(person.get());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
