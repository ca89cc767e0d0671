package dev.relink.pending;

import dev.relink.binding.Binding;
import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pending syncs read together with their record and binding. The rows stay locked until the transaction ends. */
@Repository("pendingCandidates")
public class Candidates {

    private static final String CANDIDATE = """
            select p.type, p.record_id, p.operation, p.mode, p.when_found, p.state = 'held' as held, p.forced, p.tries,
                   p.batch_limit, p.look_for, p.merged, r.name, r.alias, r.snapshot, r.version, r.generation,
                   b.quickbooks_id, b.edit_token, b.full_name, b.known_lines, b.synced, b.synced_version,
                   b.gone_at is not null as gone, b.removed_at is not null as removed
              from pending_sync p
              join record r on r.company_id = p.company_id and r.type = p.type and r.record_id = p.record_id
              left join binding b on b.company_id = p.company_id and b.type = p.type and b.record_id = p.record_id
             where p.company_id = :company
            """;

    private final JdbcClient jdbc;

    public Candidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One, to look at: nothing is locked. */
    public Optional<Candidate> find(CompanyId company, RecordKey key) {
        return jdbc.sql(CANDIDATE + " and p.type = :type and p.record_id = :id")
                .param("company", company.value())
                .param("type", key.type())
                .param("id", key.id())
                .query(Candidates::candidate)
                .optional();
    }

    /** The head of the queue, parents first, without what this visit has tried already. The rows stay locked. */
    public List<Candidate> head(CompanyId company, long epoch, int limit) {
        return jdbc.sql(CANDIDATE + """
                           and p.state = 'waiting' and p.mode = 'send' and p.tried_epoch <> :epoch
                         order by p.rank, p.place limit :limit for update of p
                        """)
                .param("company", company.value())
                .param("epoch", epoch)
                .param("limit", limit)
                .query(Candidates::candidate)
                .list();
    }

    /** What must be looked up before it is sent, and held name clashes whose match is not known yet. */
    public List<Candidate> toLookUp(CompanyId company, long epoch, int limit) {
        return jdbc.sql(CANDIDATE + """
                           and (p.state = 'waiting' and p.mode <> 'send' or p.state = 'held' and p.look_for is not null)
                           and p.tried_epoch <> :epoch
                         order by p.rank, p.place limit :limit for update of p
                        """)
                .param("company", company.value())
                .param("epoch", epoch)
                .param("limit", limit)
                .query(Candidates::candidate)
                .list();
    }

    /** Certain records, whatever their state. */
    public List<Candidate> of(CompanyId company, Collection<RecordKey> keys) {
        return jdbc.sql(CANDIDATE + """
                           and (p.type, p.record_id) in (select * from unnest(:types::text[], :ids::text[]))
                           for update of p
                        """)
                .param("company", company.value())
                .param("types", keys.stream().map(RecordKey::type).toArray(String[]::new))
                .param("ids", keys.stream().map(RecordKey::id).toArray(String[]::new))
                .query(Candidates::candidate)
                .list();
    }

    private static Candidate candidate(ResultSet row, int n) throws SQLException {
        var key = new RecordKey(row.getString("type"), row.getString("record_id"));
        String quickbooksId = row.getString("quickbooks_id");
        Binding binding = quickbooksId == null
                ? null
                : new Binding(
                        key,
                        quickbooksId,
                        row.getString("edit_token"),
                        row.getString("full_name"),
                        row.getString("known_lines"),
                        row.getString("synced"),
                        row.getLong("synced_version"),
                        row.getBoolean("gone"));
        return new Candidate(
                key,
                Operation.of(row.getString("operation")),
                Mode.of(row.getString("mode")),
                WhenFound.of(row.getString("when_found")),
                row.getBoolean("held"),
                row.getBoolean("forced"),
                row.getInt("tries"),
                row.getInt("batch_limit"),
                row.getString("look_for"),
                row.getString("merged"),
                row.getString("name"),
                row.getString("alias"),
                row.getString("snapshot"),
                row.getLong("version"),
                row.getInt("generation"),
                row.getBoolean("removed"),
                binding);
    }
}
