package dev.relink.people;

import dev.relink.platform.web.FieldProblem;
import dev.relink.platform.web.Refused;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody changes their own password: with the present one, so that an unattended browser is not enough. */
@Component
public class OwnPassword {

    private final People people;
    private final SignIn signIn;
    private final PeopleAudit audit;

    OwnPassword(People people, SignIn signIn, PeopleAudit audit) {
        this.people = people;
        this.signIn = signIn;
        this.audit = audit;
    }

    /**
     * Ends all their sessions, also the one that asks.
     *
     * @param address where the request came from: guessing is slowed down as at the sign-in
     * @return {@code Welcome} when it was changed
     * @throws Refused with the field that cannot be accepted
     */
    @Transactional
    public SignIn.Outcome change(Person person, String present, String wanted, String address) {
        List<FieldProblem> problems = Passwords.problems(wanted);
        if (!problems.isEmpty()) {
            throw Refused.badFields(problems);
        }
        SignIn.Outcome outcome = signIn.check(person.email(), present, address);
        if (outcome instanceof SignIn.Outcome.Welcome) {
            people.setPassword(person.id(), wanted);
            audit.note(person.name(), "changed their password", "");
        }
        return outcome;
    }
}
