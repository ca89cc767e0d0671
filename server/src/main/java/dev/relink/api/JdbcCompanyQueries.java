package dev.relink.api;

import dev.relink.company.Company;
import dev.relink.company.CompanyId;
import dev.relink.connection.Diagnosis;
import dev.relink.connection.LinkFacts;
import dev.relink.tally.Tallies;
import dev.relink.tally.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How companies stand: the health of their links and what there is to do. */
@Repository
class JdbcCompanyQueries {

    private final JdbcClient jdbc;
    private final Tallies tallies;
    private final Diagnosis diagnosis;
    private final InstantSource clock;

    JdbcCompanyQueries(JdbcClient jdbc, Tallies tallies, Diagnosis diagnosis, InstantSource clock) {
        this.jdbc = jdbc;
        this.tallies = tallies;
        this.diagnosis = diagnosis;
        this.clock = clock;
    }

    /**
     * A link and how it is.
     *
     * @param state {@code new}: never visited; {@code working}; {@code stopped}: a person must act
     */
    record Health(
            String connection,
            String state,
            @Nullable String because,
            @Nullable String detail,
            @Nullable Instant lastSeen,
            @Nullable String clientVersion,
            @Nullable Trouble problem,
            @Nullable Broken broken,
            @Nullable Run lastRun,
            @Nullable Online online) {}

    /**
     * Which company of QuickBooks Online it is.
     *
     * @param state {@code connected}, {@code needs-reconnecting} or {@code disconnected}
     * @param refreshUntil until when the access can be renewed, unless it is before
     * @param hardUntil when Intuit ends it whatever is done
     */
    record Online(
            String environment,
            String realm,
            String companyName,
            String state,
            String connectedBy,
            Instant connectedAt,
            Instant refreshedAt,
            Instant refreshUntil,
            @Nullable Instant hardUntil) {}

    /** What went wrong with the link itself, not with one record. */
    record Trouble(
            @Nullable String code,
            @Nullable String message,
            @Nullable Instant at) {}

    /**
     * The leg that is broken, for all the records that wait for it together.
     *
     * @param leg {@code app}, {@code web-connector}, {@code quickbooks} or {@code company-file}
     * @param sentence what is wrong
     * @param fix what to do about it, as a guide
     */
    record Broken(
            String leg,
            String between,
            String code,
            String sentence,
            String fix,
            @Nullable Instant since) {

        static Broken of(dev.relink.connection.Trouble trouble, String company) {
            Map<String, String> names = Map.of("company", company);
            return new Broken(
                    trouble.leg().word(),
                    trouble.leg().label(),
                    trouble.code(),
                    trouble.sentence(names),
                    trouble.guide(names).fix(),
                    trouble.since());
        }
    }

    record Run(Instant started, @Nullable Instant ended, int synced, int failed, int inDoubt) {}

    /**
     * How many there are.
     *
     * @param pending what waits or is on its way; what is held or in doubt is counted by itself
     * @param bound to what is still there
     */
    record Counts(long pending, long inDoubt, long syncErrors, long bound) {

        static Counts of(Tally tally) {
            return new Counts(
                    tally.pending("waiting", "awaiting-approval", "first-link", "waiting-on-parent", "in-flight"),
                    tally.pending("in-doubt"),
                    tally.errors(),
                    tally.bound());
        }
    }

    /** As programs see a company. */
    record View(
            String id,
            String name,
            String quickbooks,
            String companyFile,
            Instant createdAt,
            List<Health> health,
            Counts counts) {

        static View of(Company company, @Nullable Health health, Counts counts) {
            return new View(
                    company.id().value(),
                    company.name(),
                    company.quickbooks().word(),
                    company.companyFile(),
                    company.createdAt(),
                    health == null ? List.of() : List.of(health),
                    counts);
        }
    }

    List<View> views(Collection<Company> companies) {
        String[] ids = companies.stream().map(company -> company.id().value()).toArray(String[]::new);
        Map<CompanyId, Health> health = health(ids);
        Map<String, Tally> kept = tallies.of(List.of(ids));
        return companies.stream()
                .map(company -> View.of(
                        company,
                        health.get(company.id()),
                        Counts.of(kept.getOrDefault(company.id().value(), Tally.NONE))))
                .toList();
    }

    private Map<CompanyId, Health> health(String[] companies) {
        Map<CompanyId, Health> health = new HashMap<>();
        jdbc.sql("""
                select k.*, o.environment, o.realm, o.company_name as online_name, o.state as online_state, o.connected_by,
                       o.connected_at, o.refreshed_at, o.refresh_until, o.hard_until, 'quickbooks-' || c.quickbooks as link_name, c.name as company_name,
                """ + LinkFacts.COLUMNS + """
                  from connection k join company c on c.company_id = k.company_id
                  left join online_link o on o.company_id = k.company_id
                 where k.company_id = any(:companies)
                """).param("companies", companies).query(row -> {
            health.put(new CompanyId(row.getString("company_id")), health(row));
        });
        return health;
    }

    private Health health(ResultSet row) throws SQLException {
        String companyName = row.getString("company_name");
        Instant problemAt = time(row, "problem_at");
        Instant started = time(row, "run_started");
        return new Health(
                row.getString("link_name"),
                row.getString("state"),
                row.getString("stopped_because"),
                row.getString("stopped_detail"),
                time(row, "last_seen"),
                row.getString("client_version"),
                problemAt == null
                        ? null
                        : new Trouble(row.getString("problem_code"), row.getString("problem_message"), problemAt),
                diagnosis
                        .of(LinkFacts.of(row), clock.instant())
                        .map(trouble -> Broken.of(trouble, companyName))
                        .orElse(null),
                started == null
                        ? null
                        : new Run(
                                started,
                                time(row, "run_ended"),
                                row.getInt("run_synced"),
                                row.getInt("run_failed"),
                                row.getInt("run_in_doubt")),
                row.getString("realm") == null ? null : online(row));
    }

    private static Online online(ResultSet row) throws SQLException {
        return new Online(
                row.getString("environment"),
                row.getString("realm"),
                row.getString("online_name"),
                row.getString("online_state"),
                row.getString("connected_by"),
                timeOf(row, "connected_at"),
                timeOf(row, "refreshed_at"),
                timeOf(row, "refresh_until"),
                time(row, "hard_until"));
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** For a column that is never null. */
    static Instant timeOf(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
