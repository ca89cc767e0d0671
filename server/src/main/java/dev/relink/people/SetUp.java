package dev.relink.people;

import dev.relink.people.SetUpLinks.Invitation;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Role;
import dev.relink.platform.web.FieldProblem;
import dev.relink.platform.web.Refused;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Choosing a password by a link that opens once. */
@Component
public class SetUp {

    private final SetUpLinks links;
    private final People people;
    private final PeopleAudit audit;

    SetUp(SetUpLinks links, People people, PeopleAudit audit) {
        this.links = links;
        this.people = people;
        this.audit = audit;
    }

    /** @param isNew the first administrator, who also gives an address and a name */
    public record Who(boolean isNew, String email, String name) {}

    /** @throws Refused not found, when the link is used, too old or was never made */
    public Who who(String link) {
        Long person = invitation(link).person();
        return person == null
                ? new Who(true, "", "")
                : people.find(person)
                        .map(known -> new Who(false, known.email(), known.name()))
                        .orElseThrow(SetUp::closed);
    }

    /** Uses the link up. @return the person's id @throws Refused with the fields that cannot be accepted */
    @Transactional
    public long choose(String link, String email, String name, String password) {
        Long invited = invitation(link).person();
        refuseBad(invited == null, email, name, password);
        if (!links.use(link) || (invited == null && !people.isEmpty())) {
            throw closed();
        }
        long person = invited == null
                ? people.add(email, name, Access.everywhere(Role.ADMIN)).id()
                : invited;
        people.setPassword(person, password);
        people.find(person).ifPresent(known -> audit.note(known.name(), "chose a password", ""));
        return person;
    }

    private Invitation invitation(String link) {
        return links.find(link).orElseThrow(SetUp::closed);
    }

    private static void refuseBad(boolean isNew, String email, String name, String password) {
        List<FieldProblem> errors = new ArrayList<>();
        if (isNew) {
            errors.addAll(Addresses.problems(email, name));
        }
        errors.addAll(Passwords.problems(password));
        if (!errors.isEmpty()) {
            throw Refused.badFields(errors);
        }
    }

    private static Refused closed() {
        return Refused.notFound("This link was used or is too old. Ask an administrator of Relink for a new one.");
    }
}
