package dev.relink.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.relink.company.CompanyId;
import dev.relink.people.ApiToken;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token as programs see it.
 *
 * @param role the highest, where companies have different ones
 * @param companies empty = all companies
 * @param token the token itself, in the answer that made it and never again
 */
record TokenJson(
        String id,
        String name,
        String role,
        List<String> companies,
        String madeBy,
        Instant madeAt,
        @Nullable Instant usedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {

    static TokenJson of(ApiToken token, @Nullable String secret) {
        return new TokenJson(
                Long.toString(token.id()),
                token.name(),
                role(token.access()).word(),
                token.access().companies().keySet().stream()
                        .map(CompanyId::value)
                        .sorted()
                        .toList(),
                token.madeBy(),
                token.madeAt(),
                token.usedAt(),
                secret);
    }

    private static Role role(Access access) {
        Role everywhere = access.everywhere();
        return everywhere == null
                ? access.companies().values().stream().max(Role::compareTo).orElse(Role.VIEWER)
                : everywhere;
    }
}
