package dev.relink.quickbooks.online.oauth;

import dev.relink.company.CompanyId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whose realm is whose, and the links as people make and end them. */
@Repository
class Realms {

    private final JdbcClient jdbc;

    Realms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The company that is linked to it now. */
    Optional<CompanyId> holder(String environment, String realm) {
        return jdbc.sql("select company_id from online_realm where environment = :environment and realm = :realm")
                .param("environment", environment)
                .param("realm", realm)
                .query((row, n) -> new CompanyId(row.getString(1)))
                .optional();
    }

    /**
     * The company's link is this one from now on.
     *
     * @return false when the realm is another company's
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean link(Waiting given, String by) {
        return take(given) && store(given, by);
    }

    private boolean take(Waiting given) {
        jdbc.sql("delete from online_realm where company_id = :company")
                .param("company", given.company().value())
                .update();
        return jdbc.sql("""
                        insert into online_realm (environment, realm, company_id) values (:environment, :realm, :company)
                        on conflict do nothing
                        """)
                        .param("environment", given.environment())
                        .param("realm", given.realm())
                        .param("company", given.company().value())
                        .update()
                == 1;
    }

    private boolean store(Waiting given, String by) {
        return jdbc.sql("""
                        insert into online_link as l (company_id, environment, realm, company_name, state, tokens, access_until,
                               refresh_until, hard_until, refreshed_at, connected_by, connected_at)
                        values (:company, :environment, :realm, :name, 'connected', :tokens, :access,
                               coalesce(:refresh, clock_timestamp() + interval '100 days'), :hard, clock_timestamp(), :by,
                               clock_timestamp())
                        on conflict (company_id) do update
                           set environment = excluded.environment, realm = excluded.realm, company_name = excluded.company_name,
                               state = 'connected', tokens = excluded.tokens, token_version = l.token_version + 1,
                               access_until = excluded.access_until, refresh_until = excluded.refresh_until,
                               hard_until = excluded.hard_until, refreshed_at = excluded.refreshed_at,
                               refreshing_until = '-infinity', connected_by = excluded.connected_by,
                               connected_at = excluded.connected_at, ended_at = null, ended_because = null
                        """)
                        .param("company", given.company().value())
                        .param("environment", given.environment())
                        .param("realm", given.realm())
                        .param("name", given.companyName())
                        .param("tokens", given.tokens())
                        .param("access", given.accessUntil())
                        .param("refresh", given.refreshUntil(), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("hard", given.hardUntil(), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("by", by)
                        .update()
                == 1;
    }

    /** A person ends the link; which realm it was stays known. @return false when there was none */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean disconnect(CompanyId company, String because) {
        jdbc.sql("delete from online_realm where company_id = :company")
                .param("company", company.value())
                .update();
        return jdbc.sql("""
                        update online_link set state = 'disconnected', tokens = null, token_version = token_version + 1,
                               refreshing_until = '-infinity', ended_at = clock_timestamp(), ended_because = :because
                         where company_id = :company and state <> 'disconnected'
                        """)
                        .param("company", company.value())
                        .param("because", because)
                        .update()
                == 1;
    }
}
