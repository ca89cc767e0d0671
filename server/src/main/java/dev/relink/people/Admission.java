package dev.relink.people;

import dev.relink.company.CompanyId;
import dev.relink.platform.OidcSettings;
import dev.relink.platform.Settings;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Accounts;
import dev.relink.platform.security.ProviderAccounts;
import dev.relink.platform.security.ProviderIdentity;
import dev.relink.platform.security.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who comes from the OpenID Connect provider is known by their verified e-mail address the first time, and by their account
 * there ever after: an address may be given to somebody else, an account is not.
 */
@Component
class Admission implements ProviderAccounts {

    private final People people;
    private final PeopleAudit audit;
    private final Accounts accounts;
    private final @Nullable OidcSettings settings;

    Admission(People people, PeopleAudit audit, Accounts accounts, Settings settings) {
        this.people = people;
        this.audit = audit;
        this.accounts = accounts;
        this.settings = settings.oidc();
    }

    @Override
    @Transactional
    public long admit(ProviderIdentity identity) {
        String email = identity.email();
        if (email == null || !identity.verified()) {
            throw new NotAdmitted(Reason.UNVERIFIED);
        }
        Person person = people.bySubject(identity.subject())
                .or(() -> people.byEmail(email).map(invited -> tied(invited, identity.subject())))
                .orElseGet(() -> newcomer(email, identity));
        setRoles(person, identity.roles());
        people.signedIn(person.id());
        audit.note(person.name(), "signed in with the provider", "");
        return person.id();
    }

    private Person tied(Person invited, String subject) {
        if (invited.subject() != null) {
            throw new NotAdmitted(Reason.OTHER_ACCOUNT);
        }
        people.tie(invited.id(), subject);
        return invited;
    }

    private Person newcomer(String email, ProviderIdentity identity) {
        if (settings == null || !isOf(email, settings.allowedDomain())) {
            throw new NotAdmitted(Reason.NOT_INVITED);
        }
        String name = identity.name().isBlank() ? email.substring(0, email.indexOf('@')) : identity.name();
        Person added = people.add(
                email, name.strip().substring(0, Math.min(100, name.strip().length())), Access.NONE);
        people.tie(added.id(), identity.subject());
        audit.note(added.name(), "came in by the domain of their address", added.email(), null, Told.of(added));
        return added;
    }

    private static boolean isOf(String email, @Nullable String domain) {
        return domain != null && email.toLowerCase(Locale.ROOT).endsWith("@" + domain.toLowerCase(Locale.ROOT));
    }

    /** Roles that the provider names hold anew at each sign-in; without any the present ones stay. */
    private void setRoles(Person person, List<String> values) {
        Optional<Access> wanted = access(values);
        if (wanted.isEmpty() || wanted.get().equals(person.access())) {
            return;
        }
        if (people.isLastAdministrator(person.id()) && !wanted.get().mayAdminEverything()) {
            audit.note("the provider", "would have taken the last administrator’s role from", person.email());
            return;
        }
        people.change(person.id(), person.name(), wanted.get());
        audit.note(
                "the provider",
                "changed the roles of",
                person.email(),
                Told.of(person),
                Told.of(person.name(), wanted.get()));
    }

    /** {@code relink:admin} for all companies, {@code relink:viewer:acme} for one; what is neither is passed over. */
    private Optional<Access> access(List<String> values) {
        Role everywhere = null;
        Map<CompanyId, Role> companies = new HashMap<>();
        for (String value : values) {
            String[] parts = value.split(":", -1);
            Role role = parts.length > 1 && parts[0].equals("relink")
                    ? Role.of(parts[1]).orElse(null)
                    : null;
            if (role != null && parts.length == 2) {
                everywhere = everywhere == null || role.includes(everywhere) ? role : everywhere;
            } else if (role != null && parts.length == 3 && exists(parts[2])) {
                companies.merge(new CompanyId(parts[2]), role, (one, other) -> one.includes(other) ? one : other);
            }
        }
        return everywhere == null && companies.isEmpty()
                ? Optional.empty()
                : Optional.of(new Access(everywhere, companies));
    }

    private boolean exists(String company) {
        return CompanyId.isValid(company) && accounts.exists(new CompanyId(company));
    }
}
