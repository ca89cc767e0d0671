package dev.relink.connection;

import dev.relink.company.CompanyId;
import dev.relink.connector.Platform;
import dev.relink.connector.Row;
import dev.relink.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The links to QuickBooks. */
@Repository
public class Connections {

    private final JdbcClient jdbc;

    public Connections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which QuickBooks a company is linked to: {@link Platform#DESKTOP} or {@link Platform#ONLINE}. */
    public Platform platform(CompanyId company) {
        return jdbc.sql("select quickbooks from company where company_id = :company")
                .param("company", company.value())
                .query((row, n) -> Platform.of(row.getString(1)))
                .single();
    }

    public Connection of(CompanyId company) {
        return jdbc.sql("""
                        select state, stopped_because, stopped_detail, set_size, qbxml_version, file_identity,
                               identified_epoch, identified_at, canary_epoch, next_read_at,
                               x.troubled, x.troubled and problem_at >= run_started as troubled_now
                          from connection cross join lateral (select problem_at is not null
                                   and coalesce(problem_code, '') not in ('online:relink-not-sent', 'online:3001') as troubled) x
                         where company_id = :company
                        """)
                .param("company", company.value())
                .query((row, n) -> new Connection(
                        row.getString("state"),
                        row.getString("stopped_because"),
                        row.getString("stopped_detail"),
                        row.getInt("set_size"),
                        row.getString("qbxml_version"),
                        row.getString("file_identity"),
                        row.getLong("identified_epoch"),
                        moment(row, "identified_at"),
                        row.getBoolean("troubled"),
                        row.getBoolean("troubled_now"),
                        row.getLong("canary_epoch"),
                        row.getTimestamp("next_read_at").toInstant()))
                .single();
    }

    /** What the company file told of itself at the last visit; null before the first. */
    public Row.@Nullable Books books(CompanyId company) {
        return jdbc.sql("select books from connection where company_id = :company")
                .param("company", company.value())
                .query((row, n) -> Optional.ofNullable(Json.readOrNull(row.getString(1), Row.Books.class)))
                .single()
                .orElse(null);
    }

    /**
     * The OwnerID under which the Web Connector keeps our FileID, and that FileID: upper case with braces.
     * {@link FileIds#OF_A_REALM} where there is no Web Connector.
     */
    public FileIds fileIds(CompanyId company) {
        return jdbc.sql("select owner_id, file_id from web_connector_account where company_id = :company")
                .param("company", company.value())
                .query((row, n) -> new FileIds(braces(row.getString(1)), braces(row.getString(2))))
                .optional()
                .orElse(FileIds.OF_A_REALM);
    }

    /** Both as QuickBooks writes them. */
    public record FileIds(String ownerId, String fileId) {

        /** QuickBooks Online: the address names the company, nothing is kept in its books. */
        public static final FileIds OF_A_REALM = new FileIds("realm", "");
    }

    /** This visit's company file is the right one. */
    public void identified(CompanyId company, long epoch, String identity, String version, String booksJson) {
        one(jdbc.sql("""
                        update connection set identified_epoch = :epoch, identified_at = now(), file_identity = :identity,
                               qbxml_version = :version, books = :books::jsonb,
                               state = case when state = 'new' then 'working' else state end
                         where company_id = :company
                        """)
                .param("company", company.value())
                .param("epoch", epoch)
                .param("identity", identity)
                .param("version", version)
                .param("books", booksJson)
                .update());
        letIn(company);
    }

    /** QuickBooks was read: all is well, but that a subscription that ended keeps writes out and lets reads through. */
    public void letIn(CompanyId company) {
        jdbc.sql("""
                        update connection set problem_code = null, problem_message = null, problem_at = null
                         where company_id = :company and problem_at is not null
                           and (problem_code is distinct from 'online:6190'
                                or not exists (select from pending_sync p
                                                where p.company_id = :company and p.state = 'waiting'))
                        """).param("company", company.value()).update();
    }

    /** This visit knows whose books are open, and they are not ours. */
    public void askedWhoseBooks(CompanyId company, long epoch) {
        one(jdbc.sql("update connection set identified_epoch = :epoch where company_id = :company")
                .param("company", company.value())
                .param("epoch", epoch)
                .update());
    }

    public void canarySang(CompanyId company, long epoch) {
        one(jdbc.sql("update connection set canary_epoch = :epoch where company_id = :company")
                .param("company", company.value())
                .param("epoch", epoch)
                .update());
    }

    /** No write goes out until a person acts. */
    public void stop(CompanyId company, String because, String detail) {
        one(jdbc.sql("""
                        update connection set state = 'stopped', stopped_because = :because, stopped_detail = :detail
                         where company_id = :company
                        """)
                .param("company", company.value())
                .param("because", because)
                .param("detail", detail)
                .update());
    }

    /** As {@link #stop}, for a company file that is not the company's own. @param identity the one of the file that is open */
    public void refuse(CompanyId company, String identity, String detail) {
        stop(company, "wrong-company-file", detail);
        one(jdbc.sql("update connection set refused_identity = :identity where company_id = :company")
                .param("company", company.value())
                .param("identity", identity)
                .update());
    }

    /**
     * A person has said that the company file that was refused is the right one: it is the company's own from now on, and
     * no other. What the company's records are bound to is proven in it before anything is written.
     */
    public void resume(CompanyId company) {
        one(jdbc.sql("""
                        with unproven as (
                          update binding set unproven_since = now() where company_id = :company
                        )
                        update connection set state = 'new', stopped_because = null, stopped_detail = null,
                               file_identity = coalesce(refused_identity, file_identity), refused_identity = null, next_read_at = '-infinity', confirmed_at = now()
                         where company_id = :company
                        """).param("company", company.value()).update());
    }

    /** The right file is open again: nobody needs to act. */
    public void rightFileAgain(CompanyId company) {
        jdbc.sql("""
                        update connection set state = 'working', stopped_because = null, stopped_detail = null,
                               refused_identity = null
                         where company_id = :company and state = 'stopped' and stopped_because = 'wrong-company-file'
                        """).param("company", company.value()).update();
    }

    /** What is over once the company's own realm of QuickBooks Online is connected. */
    private static final String[] OF_THE_LINK = {
        "needs-reconnecting", "disconnected", "wrong-company-file", "online:130", "online:3100"
    };

    /**
     * The company's QuickBooks Online is out of reach until a person connects it. Where it is stopped for a reason that
     * outlasts the link, that reason stays.
     */
    public void cutOff(CompanyId company, String because, String detail) {
        jdbc.sql("""
                        update connection set state = 'stopped', stopped_because = :because, stopped_detail = :detail
                         where company_id = :company and (state <> 'stopped' or stopped_because = any(:ofTheLink))
                        """)
                .param("company", company.value())
                .param("because", because)
                .param("detail", detail)
                .param("ofTheLink", OF_THE_LINK)
                .update();
    }

    /** A person has connected the company's QuickBooks Online, and it has answered. @param identity {@code realm:...} */
    public void linked(CompanyId company, String identity, Instant at) {
        one(jdbc.sql("""
                        update connection c
                           set state = case when x.stays then 'stopped' else 'working' end,
                               stopped_because = case when x.stays then c.stopped_because end,
                               stopped_detail = case when x.stays then c.stopped_detail end,
                               file_identity = :identity, refused_identity = null, problem_code = null, problem_message = null,
                               problem_at = null, last_seen = greatest(c.last_seen, :at), next_read_at = '-infinity',
                               run_next_at = '-infinity', run_not_before = '-infinity', identified_at = null
                          from (select state = 'stopped' and stopped_because <> all(:ofTheLink) as stays
                                  from connection where company_id = :company) x
                         where c.company_id = :company
                        """)
                .param("company", company.value())
                .param("identity", identity)
                .param("at", Timestamp.from(at))
                .param("ofTheLink", OF_THE_LINK)
                .update());
    }

    public void setSize(CompanyId company, int size) {
        one(jdbc.sql("update connection set set_size = :size where company_id = :company")
                .param("company", company.value())
                .param("size", size)
                .update());
    }

    public void runStarted(CompanyId company, Instant at) {
        one(jdbc.sql("""
                        update connection set run_started = :at, run_ended = null, run_synced = 0, run_failed = 0,
                               run_in_doubt = 0, run_pauses = 0
                         where company_id = :company
                        """)
                .param("company", company.value())
                .param("at", Timestamp.from(at))
                .update());
    }

    /** One more pause in this run. @return false when it has had {@code most} */
    public boolean pause(CompanyId company, int most) {
        int rows = jdbc.sql("""
                        update connection set run_pauses = run_pauses + 1
                         where company_id = :company and run_pauses < :most
                        """)
                .param("company", company.value())
                .param("most", most)
                .update();
        return rows == 1;
    }

    public void count(CompanyId company, int synced, int failed, int inDoubt) {
        one(jdbc.sql("""
                        update connection set run_synced = run_synced + :synced, run_failed = run_failed + :failed,
                               run_in_doubt = run_in_doubt + :inDoubt
                         where company_id = :company
                        """)
                .param("company", company.value())
                .param("synced", synced)
                .param("failed", failed)
                .param("inDoubt", inDoubt)
                .update());
    }

    public int syncedInRun(CompanyId company) {
        return jdbc.sql("select run_synced + run_failed from connection where company_id = :company")
                .param("company", company.value())
                .query(Integer.class)
                .single();
    }

    public void runEnded(CompanyId company, Instant at) {
        jdbc.sql("update connection set run_ended = :at where company_id = :company and run_ended is null")
                .param("company", company.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    public void nextReadAt(CompanyId company, Instant at) {
        one(jdbc.sql("update connection set next_read_at = :at where company_id = :company")
                .param("company", company.value())
                .param("at", Timestamp.from(at))
                .update());
    }

    /** QuickBooks has done something: nothing is wrong with the link. */
    public void well(CompanyId company) {
        jdbc.sql("""
                        update connection set problem_code = null, problem_message = null, problem_at = null
                         where company_id = :company and problem_code is not null
                        """).param("company", company.value()).update();
    }

    /** The link itself failed: one banner, not an error per record. */
    public void problem(CompanyId company, @Nullable String code, String message, Instant at) {
        one(jdbc.sql("""
                        update connection set problem_code = :code, problem_message = :message, problem_at = :at
                         where company_id = :company
                        """)
                .param("company", company.value())
                .param("code", code)
                .param("message", message)
                .param("at", Timestamp.from(at))
                .update());
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static String braces(String uuid) {
        return "{" + uuid.toUpperCase(java.util.Locale.ROOT) + "}";
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("One connection should have changed, %d did".formatted(rows));
        }
    }
}
