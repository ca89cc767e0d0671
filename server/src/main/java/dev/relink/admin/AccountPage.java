package dev.relink.admin;

import dev.relink.people.OpenSessions;
import dev.relink.people.OwnPassword;
import dev.relink.people.People;
import dev.relink.people.PeopleAudit;
import dev.relink.people.Person;
import dev.relink.people.SignIn;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.BrowserSessions;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /account}: one's own password, and where one is signed in. */
@Controller
class AccountPage {

    private static final String PATH = "/account";

    private final People people;
    private final OpenSessions sessions;
    private final OwnPassword passwords;
    private final BrowserSessions browsers;
    private final PeopleAudit audit;

    AccountPage(
            People people, OpenSessions sessions, OwnPassword passwords, BrowserSessions browsers, PeopleAudit audit) {
        this.people = people;
        this.sessions = sessions;
        this.passwords = passwords;
        this.browsers = browsers;
        this.audit = audit;
    }

    @GetMapping(PATH)
    @Requires(Right.SIGNED_IN)
    Html show(Page page, Actor actor) {
        return Html.of(
                "account",
                Map.of(
                        "page", page,
                        "person", person(actor),
                        "sessions", sessions.of(actor.person().person()),
                        "here", actor.person().id()));
    }

    /** All other sessions end; this one goes on under a new id. */
    @PostMapping(PATH + "/password")
    @Requires(Right.SIGNED_IN)
    SeeOther change(
            Actor actor,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        Person person = person(actor);
        try {
            return switch (passwords.change(person, present, password, request.getRemoteAddr())) {
                case SignIn.Outcome.Welcome _ -> {
                    browsers.begin(person.id(), request, response);
                    yield new SeeOther(
                            PATH, Note.done("Your password is changed; you are signed out everywhere else."));
                }
                case SignIn.Outcome.Wrong _ -> refused("that is not your present password.");
                case SignIn.Outcome.TooOften later ->
                    refused("there were too many wrong tries. Try again in "
                            + (later.pause().toSeconds() + 1) + " s.");
            };
        } catch (Refused refused) {
            return refused(refused.detail());
        }
    }

    @PostMapping(PATH + "/sessions/{session}/end")
    @Requires(Right.SIGNED_IN)
    SeeOther end(Actor actor, @PathVariable long session) {
        boolean ended = sessions.end(actor.person().person(), session);
        return new SeeOther(
                PATH,
                ended
                        ? Note.done("Signed out there.")
                        : Note.refused("That session is not yours or has ended already."));
    }

    @PostMapping(PATH + "/sessions/end-others")
    @Requires(Right.SIGNED_IN)
    SeeOther endOthers(Actor actor) {
        int ended = sessions.endOthers(actor.person());
        audit.note(actor.name(), "signed out everywhere else", "");
        return new SeeOther(
                PATH, Note.done("Signed out in " + ended + (ended == 1 ? " other browser." : " other browsers.")));
    }

    private Person person(Actor actor) {
        return people.find(actor.person().person()).orElseThrow(() -> Refused.notFound("You were removed just now."));
    }

    private static SeeOther refused(String why) {
        return new SeeOther(PATH, Note.refused("Your password was not changed: " + why));
    }
}
