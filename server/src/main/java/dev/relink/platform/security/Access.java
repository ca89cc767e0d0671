package dev.relink.platform.security;

import dev.relink.company.CompanyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do. Whatever is not said here is denied.
 *
 * @param everywhere the role for every company, also future ones; null = only those listed
 * @param companies roles for single companies; the higher of the two counts
 */
public record Access(@Nullable Role everywhere, Map<CompanyId, Role> companies) {

    public static final Access NONE = new Access(null, Map.of());

    public Access {
        companies = Map.copyOf(companies);
    }

    public static Access everywhere(Role role) {
        return new Access(role, Map.of());
    }

    public Optional<Role> role(CompanyId company) {
        Role listed = companies.get(company);
        if (listed == null || (everywhere != null && everywhere.includes(listed))) {
            return Optional.ofNullable(everywhere);
        }
        return Optional.of(listed);
    }

    public boolean mayRead(CompanyId company) {
        return has(company, Role.VIEWER);
    }

    public boolean mayOperate(CompanyId company) {
        return has(company, Role.OPERATOR);
    }

    public boolean mayAdmin(CompanyId company) {
        return has(company, Role.ADMIN);
    }

    /** Administrator of everything: makes companies, manages people. */
    public boolean mayAdminEverything() {
        return everywhere == Role.ADMIN;
    }

    /** Administrator of at least one company. */
    public boolean mayAdminSomething() {
        return mayAdminEverything() || companies.containsValue(Role.ADMIN);
    }

    /** The single companies that one administers; whoever administers everything has more. */
    public List<CompanyId> administered() {
        return companies.keySet().stream().filter(this::mayAdmin).toList();
    }

    /** Whether one may give and take this access: administrators only, and only for their own companies. */
    public boolean mayGrant(Access other) {
        if (mayAdminEverything()) {
            return true;
        }
        return other.everywhere == null
                && !other.companies.isEmpty()
                && other.companies.keySet().stream().allMatch(this::mayAdmin);
    }

    private boolean has(CompanyId company, Role needed) {
        return role(company).filter(role -> role.includes(needed)).isPresent();
    }
}
