package dev.relink.admin;

import dev.relink.people.SignIn;
import dev.relink.platform.Settings;
import dev.relink.platform.security.BrowserSessions;
import dev.relink.platform.security.ProviderAccounts;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /sign-in}. {@code /sign-in/oidc} leads to the provider. Signing out is Spring Security's own {@code POST /sign-out}. */
@Controller
class SignInPage {

    private final SignIn signIn;
    private final BrowserSessions sessions;
    private final String provider;

    /** @param settings say whether there is a provider, and how it is called */
    SignInPage(SignIn signIn, BrowserSessions sessions, Settings settings) {
        var oidc = settings.oidc();
        this.provider = oidc == null ? "" : oidc.name();
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @GetMapping("/sign-in")
    @Requires(Right.NONE)
    Html ask(Page page, @RequestParam(defaultValue = "") String refused) {
        return Arrays.stream(ProviderAccounts.Reason.values())
                .filter(reason -> reason.name().equalsIgnoreCase(refused))
                .findFirst()
                .map(reason -> form(page.with(Note.refused(reason.sentence())), ""))
                .orElseGet(() -> form(page, ""));
    }

    @PostMapping("/sign-in")
    @Requires(Right.NONE)
    Object signIn(
            Page page,
            @RequestParam String email,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (signIn.attempt(email, password, request.getRemoteAddr())) {
            case SignIn.Outcome.Welcome welcome ->
                new SeeOther(sessions.begin(welcome.person().id(), request, response));
            case SignIn.Outcome.Wrong _ -> {
                var note = Note.refused("Not signed in: this address and this password do not belong together.");
                yield form(page.with(note), email).with(HttpStatus.UNAUTHORIZED);
            }
            case SignIn.Outcome.TooOften later -> {
                long seconds = later.pause().toSeconds() + 1;
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
                var note =
                        Note.refused("Not checked: there were too many wrong tries. Try again in " + seconds + " s.");
                yield form(page.with(note), email).with(HttpStatus.TOO_MANY_REQUESTS);
            }
        };
    }

    private Html form(Page page, String email) {
        return Html.of("sign-in", Map.of("page", page, "email", email, "provider", provider));
    }
}
