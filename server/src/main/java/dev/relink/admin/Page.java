package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.platform.security.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every page's frame shows. Controllers take it as a parameter and hand it to their template, which gives it to
 * {@code layout} with a title and a section.
 *
 * @param actor null when nobody is signed in
 * @param company null outside of any company
 * @param companies the first few that the actor may see, for the company switch
 * @param note what the last act led to, shown once
 * @param csrf goes into every form ({@code piece.csrf}); asking it for its value starts a session
 * @param path of this page, without its query
 * @param now by the server's clock
 */
public record Page(
        @Nullable Actor actor,
        @Nullable CompanyInFrame company,
        List<CompanyLink> companies,
        @Nullable Note note,
        CsrfToken csrf,
        String path,
        Instant now) {

    public Page {
        companies = List.copyOf(companies);
    }

    /** The same page with a note, when something was refused and the form is shown again. */
    public Page with(Note other) {
        return new Page(actor, company, companies, other, csrf, path, now);
    }

    /** May send again, relink, skip, approve in this page's company. */
    public boolean mayOperate() {
        return actor != null && company != null && actor.access().mayOperate(new CompanyId(company.id()));
    }

    /** May also clear IDs and configure this page's company. */
    public boolean mayAdmin() {
        return actor != null && company != null && actor.access().mayAdmin(new CompanyId(company.id()));
    }

    /** An address within this page's company: {@code at("/errors")}. */
    public String at(String place) {
        return company == null ? place : company.address() + place;
    }

    /** The page of a record; its id may be anything that the app uses. */
    public String record(String type, String id) {
        return at("/records/" + type + "/" + Queries.encoded(id));
    }

    /** What sentences of the catalogue may name of the company. */
    Map<String, String> names() {
        return company == null ? Map.of() : Map.of("company", company.name());
    }

    /** Where the search field of the top bar leads. */
    public String searchAddress() {
        return company == null ? "/status-codes" : company.address() + "/records";
    }

    /** "PN" for Priya Nair. */
    public String initials() {
        if (actor == null) {
            return "";
        }
        String[] words = actor.name().strip().split("\\s+");
        String last = words.length > 1 ? words[words.length - 1].substring(0, 1) : "";
        return (words[0].substring(0, Math.min(1, words[0].length())) + last).toUpperCase(Locale.ROOT);
    }
}
