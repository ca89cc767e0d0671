package dev.relink.quickbooks.online.oauth;

import dev.relink.company.CompanyId;
import dev.relink.platform.OnlineApp;
import java.net.http.HttpRequest;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks a realm for the name of its company: proof that the access opens it, and what a person recognises it by. */
@Component
class CompanyNames {

    private final Intuit intuit;
    private final Paced paced;
    private final JsonMapper json = new JsonMapper();

    CompanyNames(Intuit intuit, Paced paced) {
        this.intuit = intuit;
        this.paced = paced;
    }

    /** @throws TokensUnavailable when the realm does not answer to this access; the sentence says what may be wrong */
    String of(CompanyId company, OnlineApp app, String realm, Tokens tokens) {
        var place = app.api().resolve("%s/companyinfo/%s?minorversion=75".formatted(realm, realm));
        return paced.read(company, app.environment(), () -> {
            var answer = intuit.ask(HttpRequest.newBuilder(place)
                    .header("Authorization", "Bearer " + tokens.access())
                    .GET());
            if (answer.status() == 200) {
                return name(answer.body());
            }
            throw refused(app, realm, answer);
        });
    }

    private static TokensUnavailable refused(OnlineApp app, String realm, Intuit.Answer answer) {
        return new TokensUnavailable(
                answer.status() == 429 || answer.status() >= 500
                        ? "QuickBooks Online did not tell which company it is (HTTP %d, intuit_tid %s)."
                                .formatted(answer.status(), answer.trace())
                        : ("QuickBooks Online does not open the company %s to the access that was given (HTTP %d, intuit_tid"
                                        + " %s): it is another company's, or the keys in the settings are not those of %s.")
                                .formatted(realm, answer.status(), answer.trace(), app.environment()));
    }

    private String name(String body) {
        try {
            return json.readTree(body).path("CompanyInfo").path("CompanyName").asString("");
        } catch (JacksonException notJson) {
            throw new TokensUnavailable(
                    "QuickBooks Online answered with something else than its company's name.", notJson);
        }
    }
}
