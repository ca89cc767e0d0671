package dev.relink.people;

import dev.relink.company.CompanyId;
import dev.relink.platform.security.Accounts;
import dev.relink.platform.security.Actor;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the walls who is who. */
@Component
class KnownAccounts implements Accounts {

    private final ApiTokens tokens;
    private final JdbcClient jdbc;

    KnownAccounts(ApiTokens tokens, JdbcClient jdbc) {
        this.tokens = tokens;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Actor> token(String token) {
        return tokens.find(token).map(found -> new Actor(found.name(), found.access()));
    }

    @Override
    public boolean exists(CompanyId company) {
        return jdbc.sql("select exists (select from company where company_id = :company)")
                .param("company", company.value())
                .query(Boolean.class)
                .single();
    }
}
