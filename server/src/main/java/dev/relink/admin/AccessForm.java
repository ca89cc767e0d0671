package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Role;
import dev.relink.platform.web.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The choice of roles in a form: one for all companies, and one for each company ({@code role.acme=viewer}). */
public record AccessForm(List<CompanyLink> companies, Access chosen) {

    private static final String PREFIX = "role.";

    public AccessForm {
        companies = List.copyOf(companies);
    }

    public List<Role> roles() {
        return List.of(Role.values());
    }

    public boolean isEverywhere(@Nullable Role role) {
        return chosen.everywhere() == role;
    }

    public boolean isChosen(String company, @Nullable Role role) {
        return chosen.companies().get(new CompanyId(company)) == role;
    }

    public String field(String company) {
        return PREFIX + company;
    }

    /** @param before what holds for companies that the form does not show */
    static Access read(Map<String, String> form, Access before) {
        Map<CompanyId, Role> companies = new HashMap<>(before.companies());
        form.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                var company = new CompanyId(name.substring(PREFIX.length()));
                companies.remove(company);
                if (!value.isEmpty()) {
                    companies.put(company, role(name, value));
                }
            }
        });
        String everywhere = form.getOrDefault("everywhere", "");
        return new Access(everywhere.isEmpty() ? null : role("everywhere", everywhere), companies);
    }

    private static Role role(String field, String word) {
        return Role.of(word)
                .orElseThrow(
                        () -> Refused.badField("/" + field, "\"" + word + "\" is no role: viewer, operator or admin."));
    }
}
