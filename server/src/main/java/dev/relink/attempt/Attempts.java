package dev.relink.attempt;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every sending of a write. A row is committed before the bytes leave. */
@Repository
public class Attempts {

    private static final String SELECT = """
            select type, record_id, n, message_set_id, request_id, verb, version, snapshot, marker, quickbooks_id,
                   edit_token, empty_epoch, empty_at, sent_at
              from attempt where company_id = :company
            """;

    private final JdbcClient jdbc;

    public Attempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the attempts of a set; each gets the next number of its record. */
    public void sent(CompanyId company, String messageSetId, Instant at, List<Attempt> attempts) {
        int rows = jdbc.sql("""
                        insert into attempt (company_id, type, record_id, n, message_set_id, request_id, verb, state,
                                             version, snapshot, marker, quickbooks_id, edit_token, sent_at)
                        select :company, u.type, u.id,
                               1 + coalesce((select max(n) from attempt a where a.company_id = :company
                                                and a.type = u.type and a.record_id = u.id), 0),
                               :set, u.request, u.verb, 'sent', u.version, u.snapshot::jsonb, u.marker, u.quickbooks_id,
                               u.edit_token, :at
                          from unnest(:types::text[], :ids::text[], :requests::text[], :verbs::text[],
                                      :versions::bigint[], :snapshots::text[], :markers::text[], :quickbooksIds::text[],
                                      :tokens::text[])
                               as u(type, id, request, verb, version, snapshot, marker, quickbooks_id, edit_token)
                        """)
                .param("company", company.value())
                .param("set", messageSetId)
                .param("at", Timestamp.from(at))
                .param("types", texts(attempts, a -> a.key().type()))
                .param("ids", texts(attempts, a -> a.key().id()))
                .param("requests", texts(attempts, Attempt::requestId))
                .param("verbs", texts(attempts, a -> a.verb().word()))
                .param("versions", attempts.stream().map(Attempt::version).toArray(Long[]::new))
                .param("snapshots", texts(attempts, Attempt::snapshot))
                .param("markers", texts(attempts, Attempt::marker))
                .param("quickbooksIds", texts(attempts, Attempt::quickbooksId))
                .param("tokens", texts(attempts, Attempt::editToken))
                .update();
        expect(attempts.size(), rows);
    }

    /** Those of a set whose outcome is not known yet. */
    public List<Attempt> open(CompanyId company, String messageSetId) {
        return jdbc.sql(
                        SELECT
                                + " and message_set_id = :set and state in ('sent', 'in-doubt') order by length(request_id), request_id")
                .param("company", company.value())
                .param("set", messageSetId)
                .query(Attempts::attempt)
                .list();
    }

    /** @throws IllegalStateException when one of them was closed by another */
    /** How often one record was sent without effect or answer since it was last done. */
    public int absences(CompanyId company, RecordKey key) {
        return jdbc.sql("""
                        select count(*) from attempt
                         where company_id = :company and type = :type and record_id = :id and state = 'absent'
                           and n > coalesce((select max(d.n) from attempt d where d.company_id = :company
                                                and d.type = :type and d.record_id = :id and d.state = 'done'), 0)
                        """)
                .param("company", company.value())
                .param("type", key.type())
                .param("id", key.id())
                .query(Integer.class)
                .single();
    }

    public void close(CompanyId company, String messageSetId, Collection<Attempt> attempts, String state) {
        if (attempts.isEmpty()) {
            return;
        }
        int rows = jdbc.sql("""
                        update attempt set state = :state
                         where company_id = :company and message_set_id = :set and request_id = any(:requests)
                           and state in ('sent', 'in-doubt')
                        """)
                .param("company", company.value())
                .param("set", messageSetId)
                .param("requests", texts(attempts, Attempt::requestId))
                .param("state", state)
                .update();
        expect(attempts.size(), rows);
    }

    /** A complete look-up found nothing: believed only after another one, later and in another visit. */
    public void foundNothing(
            CompanyId company, String messageSetId, Collection<Attempt> attempts, long epoch, Instant at) {
        jdbc.sql("""
                        update attempt set empty_epoch = :epoch, empty_at = :at
                         where company_id = :company and message_set_id = :set and request_id = any(:requests)
                           and empty_epoch is null
                        """)
                .param("company", company.value())
                .param("set", messageSetId)
                .param("requests", texts(attempts, Attempt::requestId))
                .param("epoch", epoch)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The set's writes without an outcome, from sent to in doubt. */
    public List<RecordKey> inDoubt(CompanyId company, String messageSetId) {
        return jdbc.sql("""
                        update attempt set state = 'in-doubt'
                         where company_id = :company and message_set_id = :set and state = 'sent'
                        returning type, record_id
                        """)
                .param("company", company.value())
                .param("set", messageSetId)
                .query((row, n) -> new RecordKey(row.getString(1), row.getString(2)))
                .list();
    }

    private static Attempt attempt(ResultSet row, int n) throws SQLException {
        Timestamp emptyAt = row.getTimestamp("empty_at");
        return new Attempt(
                new RecordKey(row.getString("type"), row.getString("record_id")),
                row.getInt("n"),
                row.getString("message_set_id"),
                row.getString("request_id"),
                Verb.of(row.getString("verb")),
                row.getLong("version"),
                row.getString("snapshot"),
                row.getString("marker"),
                row.getString("quickbooks_id"),
                row.getString("edit_token"),
                row.getObject("empty_epoch", Long.class),
                emptyAt == null ? null : emptyAt.toInstant(),
                row.getTimestamp("sent_at").toInstant());
    }

    private static String[] texts(
            Collection<Attempt> attempts, java.util.function.Function<Attempt, @Nullable String> part) {
        return attempts.stream().map(part).toArray(String[]::new);
    }

    private static void expect(int wanted, int rows) {
        if (wanted != rows) {
            throw new IllegalStateException("%d attempts should have changed, %d did".formatted(wanted, rows));
        }
    }
}
