package dev.relink.admin;

import dev.relink.people.SetUp;
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

/** {@code /set-up/{token}}: opens once; its holder chooses a password and is signed in. */
@Controller
class SetUpPage {

    private final SetUp setUp;
    private final BrowserSessions sessions;

    SetUpPage(SetUp setUp, BrowserSessions sessions) {
        this.setUp = setUp;
        this.sessions = sessions;
    }

    @GetMapping("/set-up/{token}")
    @Requires(Right.NONE)
    Html ask(Page page, @PathVariable String token) {
        return form(page, token, setUp.who(token));
    }

    @PostMapping("/set-up/{token}")
    @Requires(Right.NONE)
    Object choose(
            Page page,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            long person = setUp.choose(token, email, name, password);
            return new SeeOther(
                    sessions.begin(person, request, response), Note.done("Your password is set; you are signed in."));
        } catch (Refused refused) {
            if (refused.errors().isEmpty()) {
                throw refused;
            }
            var who = setUp.who(token);
            var typed = who.isNew() ? new SetUp.Who(true, email, name) : who;
            return form(page.with(Note.refused(refused.detail())), token, typed).with(refused.status());
        }
    }

    private static Html form(Page page, String token, SetUp.Who who) {
        return Html.of("set-up", Map.of("page", page, "token", token, "who", who));
    }
}
