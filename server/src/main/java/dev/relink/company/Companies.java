package dev.relink.company;

import dev.relink.platform.Ids;
import dev.relink.platform.Secrets;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Whose books are kept in step, and by which account their Web Connectors sign in. */
@Repository
public class Companies {

    /** @param webConnector Desktop only, and this once */
    public record Created(Company company, WebConnectorAccount.@Nullable SignIn webConnector) {}

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Secrets secrets;
    private final Ids ids;
    private final Clock clock;

    public Companies(JdbcClient jdbc, TransactionOperations transactions, Secrets secrets, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes the company with its lease, its connection and, for Desktop, its Web Connector's account.
     *
     * @throws CompanyExists when the id was given and is taken
     */
    public Created create(NewCompany company) {
        return transactions.execute(status -> {
            CompanyId id = insert(company);
            jdbc.sql("insert into lease (company_id) values (:id)")
                    .param("id", id.value())
                    .update();
            jdbc.sql("insert into connection (company_id) values (:id)")
                    .param("id", id.value())
                    .update();
            return new Created(
                    find(id).orElseThrow(), company.quickbooks() == QuickBooks.DESKTOP ? insertAccount(id) : null);
        });
    }

    private CompanyId insert(NewCompany company) {
        for (int n = 1; ; n++) {
            CompanyId id = company.candidate(n);
            int inserted = jdbc.sql("""
                    insert into company (company_id, name, quickbooks, company_file, created_at)
                    values (:id, :name, :quickbooks, :companyFile, :now)
                    on conflict (company_id) do nothing
                    """)
                    .param("id", id.value())
                    .param("name", company.name())
                    .param("quickbooks", company.quickbooks().word())
                    .param("companyFile", company.companyFile())
                    .param("now", now())
                    .update();
            if (inserted == 1) {
                return id;
            }
            if (company.id() != null) {
                throw new CompanyExists(id);
            }
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private WebConnectorAccount.SignIn insertAccount(CompanyId company) {
        var signIn = new WebConnectorAccount.SignIn(company.value(), ids.token());
        jdbc.sql("""
                insert into web_connector_account (company_id, password_hash, password_made_at, owner_id, file_id)
                values (:company, :hash, :now, :ownerId, :fileId)
                """)
                .param("company", company.value())
                .param("hash", hash(signIn))
                .param("now", now())
                .param("ownerId", randomUuid())
                .param("fileId", randomUuid())
                .update();
        return signIn;
    }

    private byte[] hash(WebConnectorAccount.SignIn signIn) {
        return secrets.keyedHash(WebConnectorAccount.hashed(signIn.username(), signIn.password()));
    }

    private UUID randomUuid() {
        return UUID.nameUUIDFromBytes(ids.token().getBytes(StandardCharsets.US_ASCII));
    }

    public Optional<Company> find(CompanyId id) {
        return jdbc.sql("""
                select company_id, name, quickbooks, company_file, created_at from company where company_id = :id
                """)
                .param("id", id.value())
                .query((row, n) -> company(row))
                .optional();
    }

    /** All, by name. */
    public List<Company> list() {
        return jdbc.sql("""
                select company_id, name, quickbooks, company_file, created_at
                  from company order by lower(name), company_id
                """).query((row, n) -> company(row)).list();
    }

    private static Company company(ResultSet row) throws SQLException {
        return new Company(
                new CompanyId(row.getString("company_id")),
                row.getString("name"),
                QuickBooks.of(row.getString("quickbooks")),
                row.getString("company_file"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    /** Gives the Web Connector a new password; the old one is void at once. Empty: no such Desktop company. */
    public Optional<WebConnectorAccount.SignIn> renewPassword(CompanyId company) {
        var signIn = new WebConnectorAccount.SignIn(company.value(), ids.token());
        int changed = jdbc.sql("""
                update web_connector_account set password_hash = :hash, password_made_at = :now
                 where company_id = :company
                """)
                .param("hash", hash(signIn))
                .param("now", now())
                .param("company", company.value())
                .update();
        return changed == 1 ? Optional.of(signIn) : Optional.empty();
    }

    public Optional<WebConnectorAccount> webConnectorAccount(CompanyId company) {
        return jdbc.sql("select owner_id, file_id from web_connector_account where company_id = :company")
                .param("company", company.value())
                .query((row, n) -> new WebConnectorAccount(
                        company, row.getObject("owner_id", UUID.class), row.getObject("file_id", UUID.class)))
                .optional();
    }

    /**
     * The file that a person opens in the Web Connector to add this company.
     *
     * @param publicUrl where the Web Connector reaches us, without a path
     */
    public Optional<QwcFile> qwcFile(CompanyId company, String publicUrl) {
        return jdbc.sql("""
                select c.name, a.owner_id, a.file_id, extract(epoch from n.run_every)::bigint as run_every
                  from web_connector_account a
                  join company c on c.company_id = a.company_id
                  join connection n on n.company_id = a.company_id
                 where a.company_id = :company
                """)
                .param("company", company.value())
                .query((row, n) -> new QwcFile(
                        new WebConnectorAccount(
                                company, row.getObject("owner_id", UUID.class), row.getObject("file_id", UUID.class)),
                        row.getString("name"),
                        publicUrl,
                        Duration.ofSeconds(row.getLong("run_every"))))
                .optional();
    }
}
