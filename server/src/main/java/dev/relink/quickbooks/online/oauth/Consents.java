package dev.relink.quickbooks.online.oauth;

import dev.relink.company.CompanyId;
import dev.relink.platform.Ids;
import dev.relink.platform.Secrets;
import dev.relink.platform.security.Actor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code online_consent}: who is on the way to Intuit and back, and what was given there until somebody confirms it. */
@Repository
class Consents {

    /** To sign in at Intuit and to choose a company. */
    private static final int MINUTES_TO_RETURN = 10;

    private static final int MINUTES_TO_CONFIRM = 60;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Sealing sealing;
    private final Ids ids;

    Consents(JdbcClient jdbc, Secrets secrets, Sealing sealing, Ids ids) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.sealing = sealing;
        this.ids = ids;
    }

    /**
     * Good once, for this session of this person and this company, for ten minutes.
     *
     * @param verifier of PKCE; null when it is not offered
     * @return the state, which names the company
     */
    String begin(CompanyId company, Actor actor, String environment, @Nullable String verifier) {
        String state = company + "." + ids.token();
        jdbc.sql("""
                        insert into online_consent (company_id, state_hash, environment, session, person, asked_by, verifier, until)
                        values (:company, :hash, :environment, :session, :person, :by, :verifier,
                                clock_timestamp() + make_interval(mins => :minutes))
                        """)
                .param("company", company.value())
                .param("hash", hash(state))
                .param("environment", environment)
                .param("session", actor.person().id())
                .param("person", actor.person().person())
                .param("by", actor.name())
                .param("verifier", verifier == null ? null : secrets.seal(company.value(), verifier))
                .param("minutes", MINUTES_TO_RETURN)
                .update();
        return state;
    }

    /** The company that a state is of; empty when it is none of ours. */
    static Optional<CompanyId> company(String state) {
        String company = state.substring(0, Math.max(0, state.indexOf('.')));
        return CompanyId.isValid(company) ? Optional.of(new CompanyId(company)) : Optional.empty();
    }

    /** Empty when it was used before, is too old, or is another session's: nothing is told apart. */
    Optional<Consent> use(CompanyId company, String state, Actor actor) {
        return jdbc.sql("""
                        update online_consent set used_at = clock_timestamp()
                         where company_id = :company and state_hash = :hash and session = :session and person = :person
                           and used_at is null and until > clock_timestamp()
                        returning environment, verifier
                        """)
                .param("company", company.value())
                .param("hash", hash(state))
                .param("session", actor.person().id())
                .param("person", actor.person().person())
                .query((row, n) -> new Consent(
                        hash(state), row.getString("environment"), opened(company, row.getBytes("verifier"))))
                .optional();
    }

    private @Nullable String opened(CompanyId company, byte @Nullable [] verifier) {
        return verifier == null ? null : secrets.open(company.value(), verifier);
    }

    private byte[] hash(String state) {
        return secrets.keyedHash("online state\n" + state);
    }

    /** Until somebody says whether it is the right company. What was given before and not confirmed is forgotten. */
    void keep(CompanyId company, Consent consent, GivenAccess given) {
        Tokens tokens = given.tokens();
        int rows = jdbc.sql("""
                        update online_consent
                           set realm = :realm, company_name = :name, tokens = :tokens,
                               access_until = clock_timestamp() + make_interval(secs => :access),
                               refresh_until = clock_timestamp() + make_interval(secs => :refresh::bigint),
                               hard_until = clock_timestamp() + make_interval(secs => :hard::bigint),
                               until = clock_timestamp() + make_interval(mins => :minutes)
                         where company_id = :company and state_hash = :hash and tokens is null
                        """)
                .param("company", company.value())
                .param("hash", consent.stateHash())
                .param("realm", given.realm())
                .param("name", given.companyName())
                .param("tokens", sealing.seal(company, new Pair(tokens.access(), tokens.refresh())))
                .param("access", tokens.accessSeconds())
                .param("refresh", tokens.refreshSeconds())
                .param("hard", tokens.hardSeconds())
                .param("minutes", MINUTES_TO_CONFIRM)
                .update();
        if (rows != 1) {
            throw new IllegalStateException(
                    "One consent of %s should have been kept, %d were".formatted(company, rows));
        }
    }

    /** Somebody has decided about it, so it waits no longer. Empty when nothing of this realm waits. */
    Optional<Waiting> take(CompanyId company, String realm) {
        return jdbc.sql("""
                        delete from online_consent
                         where company_id = :company and realm = :realm and tokens is not null and until > clock_timestamp()
                        returning company_id, environment, realm, company_name, tokens, access_until, refresh_until, hard_until
                        """).param("company", company.value()).param("realm", realm).query(Waiting.ROW).list().stream()
                .max(java.util.Comparator.comparing(Waiting::accessUntil));
    }

    /** What nobody came back for, or nobody confirmed. They are in the table no more. */
    List<Waiting> takeOverdue() {
        return jdbc.sql("""
                        with gone as (
                          delete from online_consent where until < clock_timestamp()
                          returning company_id, environment, realm, company_name, tokens, access_until, refresh_until, hard_until
                        ) select * from gone where tokens is not null
                        """).query(Waiting.ROW).list();
    }
}
