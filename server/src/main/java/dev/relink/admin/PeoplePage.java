package dev.relink.admin;

import dev.relink.people.Addresses;
import dev.relink.people.ApiTokens;
import dev.relink.people.Invitations;
import dev.relink.people.OpenSessions;
import dev.relink.people.People;
import dev.relink.people.PeopleAudit;
import dev.relink.people.Person;
import dev.relink.people.Told;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.security.Role;
import dev.relink.platform.web.FieldProblem;
import dev.relink.platform.web.Refused;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /people}: who may sign in, and what they may do. */
@Controller
class PeoplePage {

    private final People people;
    private final ApiTokens tokens;
    private final Invitations invitations;
    private final OpenSessions sessions;
    private final PeopleAudit audit;
    private final JdbcCompanyFrames companies;

    PeoplePage(
            People people,
            ApiTokens tokens,
            Invitations invitations,
            OpenSessions sessions,
            PeopleAudit audit,
            JdbcCompanyFrames companies) {
        this.people = people;
        this.tokens = tokens;
        this.invitations = invitations;
        this.sessions = sessions;
        this.audit = audit;
        this.companies = companies;
    }

    @GetMapping("/people")
    @Requires(Right.ADMIN_OF_EVERYTHING)
    Html list(Page page) {
        return list(page, PeopleView.Shown.NOTHING);
    }

    /** The link is shown in the answer itself and nowhere again: the page is not redirected to. */
    @PostMapping("/people")
    @Requires(Right.ADMIN_OF_EVERYTHING)
    Html add(Page page, Actor actor, @RequestParam Map<String, String> form) {
        String email = form.getOrDefault("email", "");
        String name = form.getOrDefault("name", "");
        try {
            refuseBad(Addresses.problems(email, name));
            Person added = people.add(email, name, AccessForm.read(form, Access.NONE));
            audit.note(actor.name(), "added", added.email(), null, Told.of(added));
            return switch (invitations.to(added, actor.name())) {
                case Invitations.Handed.ByMail _ -> list(page.with(mailed(added)), PeopleView.Shown.NOTHING);
                case Invitations.Handed.ByHand(String link, String because) ->
                    list(notMailed(page, because), PeopleView.Shown.link(added, link));
            };
        } catch (Refused | People.EmailTaken refused) {
            var shown = PeopleView.Shown.typed(email, name);
            return list(page.with(Note.refused("Nobody was added. " + refused.getMessage())), shown)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/people/{person}")
    @Requires(Right.ADMIN_OF_EVERYTHING)
    Html one(Page page, @PathVariable long person) {
        return one(page, find(person), "");
    }

    @PostMapping("/people/{person}")
    @Requires(Right.ADMIN_OF_EVERYTHING)
    SeeOther change(Actor actor, @PathVariable long person, @RequestParam Map<String, String> form) {
        Person before = find(person);
        String name = form.getOrDefault("name", "");
        try {
            refuseBad(Addresses.nameProblems(name));
            people.change(person, name, AccessForm.read(form, before.access()));
        } catch (Refused | People.LastAdministrator refused) {
            return new SeeOther("/people/" + person, Note.refused("Nothing was changed. " + refused.getMessage()));
        }
        audit.note(
                actor.name(),
                "changed name or roles of",
                before.email(),
                Told.of(before),
                people.find(person).map(Told::of).orElse(null));
        return new SeeOther("/people", Note.done(name.strip() + " is changed, from the next click on."));
    }

    @PostMapping("/people/{person}/set-up-link")
    @Requires(Right.ADMIN_OF_EVERYTHING)
    Html makeLink(Page page, Actor actor, @PathVariable long person) {
        Person known = find(person);
        audit.note(actor.name(), "made a set-up link for", known.email());
        return switch (invitations.to(known, actor.name())) {
            case Invitations.Handed.ByMail _ -> one(page.with(mailed(known)), known, "");
            case Invitations.Handed.ByHand(String link, String because) -> one(notMailed(page, because), known, link);
        };
    }

    private static Note mailed(Person person) {
        return Note.done("A link to choose a password is on its way to " + person.email() + ".");
    }

    private static Page notMailed(Page page, String because) {
        return because.isEmpty()
                ? page
                : page.with(Note.refused(
                        "The link could not be mailed, so hand it over. The mail server said: " + because));
    }

    @PostMapping("/people/{person}/sign-out")
    @Requires(Right.ADMIN_OF_EVERYTHING)
    SeeOther signOut(Actor actor, @PathVariable long person) {
        Person known = find(person);
        int ended = sessions.endAll(person);
        audit.note(actor.name(), "signed out everywhere", known.email());
        return new SeeOther("/people/" + person, Note.done(known.name() + " is signed out in " + ended + " browsers."));
    }

    @PostMapping("/people/{person}/remove")
    @Requires(Right.ADMIN_OF_EVERYTHING)
    SeeOther remove(Actor actor, @PathVariable long person) {
        Person known = find(person);
        try {
            people.remove(person);
        } catch (People.LastAdministrator refused) {
            return new SeeOther("/people/" + person, Note.refused("Nobody was removed. " + refused.getMessage()));
        }
        audit.note(actor.name(), "removed", known.email(), Told.of(known), null);
        return new SeeOther("/people", Note.done(known.name() + " is removed and signed out."));
    }

    private Html list(Page page, PeopleView.Shown shown) {
        var form = new AccessForm(companies.links(Access.everywhere(Role.ADMIN)), Access.NONE);
        return Html.of("people", Map.of("page", page, "view", new PeopleView(people.all(), tokens.all(), form, shown)));
    }

    private Html one(Page page, Person person, String link) {
        var form = new AccessForm(companies.links(Access.everywhere(Role.ADMIN)), person.access());
        return Html.of(
                "person",
                Map.of(
                        "page", page,
                        "person", person,
                        "form", form,
                        "link", link,
                        "sessions", sessions.of(person.id())));
    }

    private Person find(long id) {
        return people.find(id)
                .orElseThrow(() -> Refused.notFound("There is no such person; they may have been removed."));
    }

    private static void refuseBad(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw Refused.badFields(problems);
        }
    }
}
