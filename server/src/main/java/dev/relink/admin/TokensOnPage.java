package dev.relink.admin;

import dev.relink.people.ApiTokens;
import dev.relink.people.People;
import dev.relink.people.PeopleAudit;
import dev.relink.people.Told;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.security.Role;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Programs' tokens, on the page of people. */
@Controller
class TokensOnPage {

    private static final int LONGEST_NAME = 100;

    private final People people;
    private final ApiTokens tokens;
    private final PeopleAudit audit;
    private final JdbcCompanyFrames companies;

    TokensOnPage(People people, ApiTokens tokens, PeopleAudit audit, JdbcCompanyFrames companies) {
        this.people = people;
        this.tokens = tokens;
        this.audit = audit;
        this.companies = companies;
    }

    /** The token is shown in the answer itself and nowhere again. */
    @PostMapping("/people/tokens")
    @Requires(Right.ADMIN_OF_EVERYTHING)
    Html make(Page page, Actor actor, @RequestParam Map<String, String> form) {
        String name = form.getOrDefault("name", "").strip();
        Access access = AccessForm.read(form, Access.NONE);
        if (name.isEmpty() || name.length() > LONGEST_NAME || access.equals(Access.NONE)) {
            var note = Note.refused("No token was made: " + missing(name));
            return list(page.with(note), PeopleView.Shown.typedFor(name)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var made = tokens.make(name, access, actor.name());
        audit.note(actor.name(), "made the token", name, null, Told.of(name, access));
        return list(page, PeopleView.Shown.token(made));
    }

    private static String missing(String name) {
        return name.isEmpty() || name.length() > LONGEST_NAME
                ? "what it is for takes 1 to %d characters, not %d.".formatted(LONGEST_NAME, name.length())
                : "choose a role, for all companies or for one.";
    }

    @PostMapping("/people/tokens/{token}/revoke")
    @Requires(Right.ADMIN_OF_EVERYTHING)
    SeeOther revoke(Actor actor, @PathVariable long token) {
        String name = tokens.all().stream()
                .filter(known -> known.id() == token)
                .map(known -> known.name())
                .findFirst()
                .orElse("");
        if (!tokens.revoke(token)) {
            return new SeeOther("/people", Note.refused("Nothing was revoked: this token is not there any more."));
        }
        audit.note(actor.name(), "revoked the token", name);
        return new SeeOther(
                "/people", Note.done("The token “" + name + "” is revoked: who uses it is refused from now on."));
    }

    private Html list(Page page, PeopleView.Shown shown) {
        var form = new AccessForm(companies.links(Access.everywhere(Role.ADMIN)), Access.NONE);
        return Html.of("people", Map.of("page", page, "view", new PeopleView(people.all(), tokens.all(), form, shown)));
    }
}
