package dev.relink.people;

import dev.relink.company.CompanyId;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Role;
import java.util.Map;
import java.util.TreeMap;

/** What the audit keeps of somebody's name and roles, before and after a change. */
public record Told(String name, String everywhere, Map<String, String> companies) {

    public static Told of(Person person) {
        return of(person.name(), person.access());
    }

    public static Told of(String name, Access access) {
        Map<String, String> companies = new TreeMap<>();
        access.companies().forEach((CompanyId company, Role role) -> companies.put(company.value(), role.word()));
        return new Told(
                name, access.everywhere() == null ? "" : access.everywhere().word(), companies);
    }
}
