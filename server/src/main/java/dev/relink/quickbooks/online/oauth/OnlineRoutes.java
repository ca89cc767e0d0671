package dev.relink.quickbooks.online.oauth;

import dev.relink.company.Companies;
import dev.relink.company.CompanyId;
import dev.relink.company.QuickBooks;
import dev.relink.platform.Settings;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What the buttons on a company's page Connection do. The page itself is among the others and reads what is stored; it is
 * told how something went by a word in its address ({@code ?online=}).
 */
@Controller
class OnlineRoutes {

    static final String CALLBACK = "/quickbooks-online/callback";

    private final Connecting connecting;
    private final Linking linking;
    private final Companies companies;
    private final Settings settings;

    OnlineRoutes(Connecting connecting, Linking linking, Companies companies, Settings settings) {
        this.connecting = connecting;
        this.linking = linking;
        this.companies = companies;
        this.settings = settings;
    }

    @PostMapping("/companies/{company}/quickbooks-online/connect")
    @Requires(Right.ADMIN)
    ResponseEntity<String> connect(
            Actor actor,
            @PathVariable CompanyId company,
            @RequestParam(required = false) @Nullable String environment) {
        if (companies
                .find(company)
                .filter(found -> found.quickbooks() == QuickBooks.ONLINE)
                .isEmpty()) {
            throw Refused.conflict(
                    "The company %s keeps its books in QuickBooks Desktop: its Web Connector calls Relink."
                            .formatted(company));
        }
        try {
            URI intuit = connecting.begin(company, actor, environment, redirect());
            return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(Departure.to(intuit));
        } catch (TokensUnavailable away) {
            throw Refused.conflict("Nothing was connected. %s Try again later.".formatted(away.getMessage()));
        }
    }

    private String redirect() {
        URI address = settings.publicUrl();
        String base = address == null
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : address.toString().replaceAll("/$", "");
        return base + CALLBACK;
    }

    /** A person comes back from Intuit. The state says for which company, the rights are asked here. */
    @GetMapping(CALLBACK)
    @Requires(Right.SIGNED_IN)
    ResponseEntity<Void> callback(
            Actor actor,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String realmId,
            @RequestParam(defaultValue = "") String error) {
        CompanyId company = Consents.company(state)
                .filter(actor.access()::mayAdmin)
                .orElseThrow(
                        () -> Refused.badRequest("Nothing was connected: this answer of QuickBooks is for no company"
                                + " that you may connect. Press Connect on the company's page Connection."));
        Consent consent = connecting.returned(company, state, actor);
        if (!error.isEmpty() || code.isEmpty()) {
            return to(company, error.equals("access_denied") ? "denied" : "no-answer");
        }
        GivenAccess given = connecting.fetch(company, consent, code, realmId, redirect(), actor);
        return to(company, linking.arrived(company, consent, given, actor) ? "connected" : "is-it");
    }

    @PostMapping("/companies/{company}/quickbooks-online/confirm")
    @Requires(Right.ADMIN)
    ResponseEntity<Void> confirm(
            Actor actor,
            @PathVariable CompanyId company,
            @RequestParam String realm,
            @RequestParam(defaultValue = "false") boolean other) {
        linking.confirm(company, realm, other, actor);
        return to(company, "connected");
    }

    @PostMapping("/companies/{company}/quickbooks-online/refuse")
    @Requires(Right.ADMIN)
    ResponseEntity<Void> refuse(Actor actor, @PathVariable CompanyId company, @RequestParam String realm) {
        linking.refuse(company, realm, actor);
        return to(company, "refused");
    }

    @PostMapping("/companies/{company}/quickbooks-online/disconnect")
    @Requires(Right.ADMIN)
    ResponseEntity<Void> disconnect(Actor actor, @PathVariable CompanyId company) {
        return to(company, linking.disconnect(company, actor) ? "disconnected" : "not-revoked");
    }

    private static ResponseEntity<Void> to(CompanyId company, String word) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/companies/" + company + "/connection?online=" + word))
                .build();
    }
}
