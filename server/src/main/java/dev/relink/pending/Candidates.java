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

    /** Record and binding are looked up by their keys, row by row of {rows}: no plan may read a whole company for them. */
    private static final String CANDIDATE = """
            select p.type, p.record_id, p.operation, p.mode, p.when_found, p.state = 'held' as held, p.forced, p.tries,
                   p.batch_limit, p.look_for, p.merged, r.name, r.alias, r.snapshot, r.version, r.generation,
                   b.quickbooks_id, b.edit_token, b.full_name, b.known_lines, b.synced, b.synced_version,
                   b.gone_at is not null as gone, b.removed_at is not null as removed
              from ({rows}) p
             cross join lateral (select * from record x
                                  where x.company_id = :company and x.type = p.type and x.record_id = p.record_id
                                 offset 0) r
              left join lateral (select * from binding x
                                  where x.company_id = :company and x.type = p.type and x.record_id = p.record_id
                                 offset 0) b on true
            """;

    private final JdbcClient jdbc;

    public Candidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One, to look at: nothing is locked. */
    public Optional<Candidate> find(CompanyId company, RecordKey key) {
        return jdbc.sql(candidates("""
                        select * from pending_sync where company_id = :company and type = :type and record_id = :id
                        """))
                .param("company", company.value())
                .param("type", key.type())
                .param("id", key.id())
                .query(Candidates::candidate)
                .optional();
    }

    /** The head of the queue, parents first, without what this visit has tried already. The rows stay locked. */
    public List<Candidate> head(CompanyId company, long epoch, int limit) {
        return jdbc.sql(candidates("""
                        select * from pending_sync
                         where company_id = :company and state = 'waiting' and mode = 'send' and tried_epoch <> :epoch
                         order by rank, place limit :limit for update
                        """) + " order by p.rank, p.place")
                .param("company", company.value())
                .param("epoch", epoch)
                .param("limit", limit)
                .query(Candidates::candidate)
                .list();
    }

    /** What must be looked up before it is sent, and held name clashes whose match is not known yet. */
    public List<Candidate> toLookUp(CompanyId company, long epoch, int limit) {
        return jdbc.sql(candidates("""
                        select * from pending_sync
                         where company_id = :company and tried_epoch <> :epoch
                           and (state = 'waiting' and mode <> 'send' or state = 'held' and look_for is not null)
                         order by rank, place limit :limit for update
                        """) + " order by p.rank, p.place")
                .param("company", company.value())
                .param("epoch", epoch)
                .param("limit", limit)
                .query(Candidates::candidate)
                .list();
    }

    /** Certain records, whatever their state. */
    public List<Candidate> of(CompanyId company, Collection<RecordKey> keys) {
        return jdbc.sql(candidates("""
                        select * from pending_sync
                         where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                           for update
                        """))
                .param("company", company.value())
                .param("types", keys.stream().map(RecordKey::type).toArray(String[]::new))
                .param("ids", keys.stream().map(RecordKey::id).toArray(String[]::new))
                .query(Candidates::candidate)
                .list();
    }

    private static String candidates(String rows) {
        return CANDIDATE.replace("{rows}", rows);
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
