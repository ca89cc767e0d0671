package dev.relink.attempt;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every sending of a write. A row is committed before the bytes leave. */
@Repository
public class Attempts {

    private static final String SELECT = """
            select type, record_id, n, message_set_id, request_id, verb, version, snapshot, marker, quickbooks_id,
                   edit_token, empty_epoch, empty_at, probed_epoch, is_probed, probe_failures, sent_at
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

    /** Those of a set that were closed without an answer of QuickBooks: what it did was looked for, and not proved to be done. */
    public List<Attempt> givenUp(CompanyId company, String messageSetId) {
        return jdbc.sql(SELECT + " and message_set_id = :set and state in ('absent', 'ambiguous')")
                .param("company", company.value())
                .param("set", messageSetId)
                .query(Attempts::attempt)
                .list();
    }

    /** Given up, and answered after all: as open as when it was sent. */
    public void reopen(CompanyId company, String messageSetId, Collection<Attempt> attempts) {
        change(company, messageSetId, attempts, "state = 'in-doubt'", "state in ('absent', 'ambiguous')", -1);
    }

    /**
     * Given up, and made after all.
     *
     * @param state {@code late}: another attempt is out, whose answer is awaited; {@code duplicate}: a person was told;
     *     {@code done}: it is the one that the record is bound to
     * @param ids the ids that QuickBooks gave, in the order of the attempts
     */
    public void madeLate(
            CompanyId company, String messageSetId, List<Attempt> attempts, List<String> ids, String state) {
        int rows = jdbc.sql("""
                        update attempt a set state = :state, quickbooks_id = u.quickbooks_id
                          from unnest(:requests::text[], :ids::text[]) as u(request, quickbooks_id)
                         where a.company_id = :company and a.message_set_id = :set and a.request_id = u.request
                           and a.state in ('absent', 'ambiguous')
                        """)
                .param("company", company.value())
                .param("set", messageSetId)
                .param("requests", texts(attempts, Attempt::requestId))
                .param("ids", ids.toArray(String[]::new))
                .param("state", state)
                .update();
        expect(attempts.size(), rows);
    }

    /** Of these records, those for which an earlier attempt was answered while another was out: with the id of the first. */
    public Map<RecordKey, String> late(CompanyId company, Collection<RecordKey> keys) {
        var late = new LinkedHashMap<RecordKey, String>();
        jdbc.sql("""
                        select type, record_id, quickbooks_id from attempt
                         where company_id = :company and state = 'late'
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """)
                .param("company", company.value())
                .param("types", keys.stream().map(RecordKey::type).toArray(String[]::new))
                .param("ids", keys.stream().map(RecordKey::id).toArray(String[]::new))
                .query(row -> {
                    late.put(new RecordKey(row.getString(1), row.getString(2)), row.getString(3));
                });
        return late;
    }

    /** What came late is judged: it is not looked at again. */
    public void judged(CompanyId company, Collection<RecordKey> keys) {
        jdbc.sql("""
                        update attempt set state = 'duplicate'
                         where company_id = :company and state = 'late'
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """)
                .param("company", company.value())
                .param("types", keys.stream().map(RecordKey::type).toArray(String[]::new))
                .param("ids", keys.stream().map(RecordKey::id).toArray(String[]::new))
                .update();
    }

    /** The next look-up is about these, and about none of the others of the set. */
    public void probe(CompanyId company, String messageSetId, Collection<Attempt> attempts) {
        jdbc.sql("""
                        update attempt set is_probed = request_id = any(:requests)
                         where company_id = :company and message_set_id = :set and state = 'in-doubt'
                        """)
                .param("company", company.value())
                .param("set", messageSetId)
                .param("requests", texts(attempts, Attempt::requestId))
                .update();
    }

    /** This visit has looked for these, in vain or not. */
    public void probed(CompanyId company, String messageSetId, Collection<Attempt> attempts, long epoch) {
        change(company, messageSetId, attempts, "probed_epoch = :epoch", "state = 'in-doubt'", epoch);
    }

    /** QuickBooks could not be asked about these: counted. */
    public void notProbed(CompanyId company, String messageSetId, Collection<Attempt> attempts, long epoch) {
        change(
                company,
                messageSetId,
                attempts,
                "probe_failures = probe_failures + 1, probed_epoch = :epoch",
                "state = 'in-doubt'",
                epoch);
    }

    private void change(
            CompanyId company,
            String messageSetId,
            Collection<Attempt> attempts,
            String change,
            String from,
            long epoch) {
        if (attempts.isEmpty()) {
            return;
        }
        int rows = jdbc.sql("update attempt set " + change + " where company_id = :company and message_set_id = :set"
                        + " and request_id = any(:requests) and " + from)
                .param("company", company.value())
                .param("set", messageSetId)
                .param("requests", texts(attempts, Attempt::requestId))
                .param("epoch", epoch)
                .update();
        expect(attempts.size(), rows);
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
        if (attempts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update attempt set empty_epoch = :epoch, empty_at = :at
                         where company_id = :company and message_set_id = :set and request_id = any(:requests)
                           and (empty_epoch is null or empty_at > :at)
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
                row.getObject("probed_epoch", Long.class),
                row.getBoolean("is_probed"),
                row.getInt("probe_failures"),
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
