package dev.relink.api;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.platform.web.Refused;
import dev.relink.syncerror.ErrorLists;
import dev.relink.syncerror.Wanted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why records are held, with what is needed to tell it in words. */
@Repository
class JdbcSyncErrorQueries {

    /** Each {@code offset 0} keeps it at one look into a primary key per row, whatever is known of the tables' sizes. */
    private static final String SELECTED = """
            select e.*, r.name, r.snapshot ->> 'number' as number, r.snapshot, p.next_try, b.quickbooks_id, c.name as company_name,
                   c.company_file,
                   (select count(*) from pending_sync w
                     where w.company_id = :company and w.state = 'waiting-on-parent'
                       and w.waits_on_type = e.type and w.waits_on_id = e.record_id) as blocks
              from unnest(:errors::bigint[]) with ordinality as u(id, place)
             cross join lateral (select * from sync_error x where x.company_id = :company and x.id = u.id offset 0) e
             cross join lateral (select * from record x where x.company_id = :company and x.type = e.type
                                    and x.record_id = e.record_id offset 0) r
             cross join lateral (select * from pending_sync x where x.company_id = :company and x.type = e.type
                                    and x.record_id = e.record_id offset 0) p
              left join lateral (select * from binding x where x.company_id = :company and x.type = e.type
                                    and x.record_id = e.record_id offset 0) b on true
              join company c on c.company_id = :company
             order by u.place
            """;

    private final JdbcClient jdbc;
    private final ErrorLists lists;

    JdbcSyncErrorQueries(JdbcClient jdbc, ErrorLists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    record Filter(
            @Nullable String code,
            @Nullable String type,
            @Nullable String family,
            @Nullable String repair,
            @Nullable String q) {

        Wanted wanted() {
            return new Wanted(null, code, null, type, family, repair, q);
        }
    }

    /**
     * One row.
     *
     * @param number of a transaction
     * @param snapshot of the record, as JSON
     * @param quickbooksId the binding's, where there is one
     * @param blocks how many records wait on this one
     * @param found what a look-up found, as JSON
     */
    record Listed(
            long id,
            RecordKey key,
            String recordName,
            @Nullable String number,
            String snapshot,
            String code,
            String message,
            String verb,
            String family,
            String state,
            List<String> repairs,
            int tries,
            Instant firstSeen,
            Instant lastSeen,
            String lastSeenExactly,
            @Nullable Instant nextTry,
            boolean foreseen,
            long blocks,
            @Nullable String quickbooksId,
            String companyName,
            String companyFile,
            @Nullable String messageSetId,
            @Nullable String requestId,
            @Nullable String found) {}

    Page<Listed> list(CompanyId company, Filter filter, Slice slice) {
        @Nullable String[] after = slice.place(2);
        ErrorLists.Place place = after[0] == null || after[1] == null
                ? null
                : new ErrorLists.Place(Slice.parseTime(after[0]), Slice.parseLong(after[1]));
        ErrorLists.Part part = lists.newest(company, filter.wanted(), place, slice.rows());
        return Page.of(
                of(company, part.ids()),
                slice,
                part.all().n(),
                part.all().more(),
                row -> List.of(row.lastSeenExactly(), row.id()));
    }

    /** These, in this order. */
    private List<Listed> of(CompanyId company, List<Long> ids) {
        return jdbc.sql(SELECTED)
                .param("company", company.value())
                .param("errors", ids.toArray(Long[]::new))
                .query((row, _) -> listed(row))
                .list();
    }

    Optional<Listed> find(CompanyId company, long id) {
        return of(company, List.of(id)).stream().findFirst();
    }

    Optional<Listed> of(CompanyId company, RecordKey key) {
        return jdbc.sql(
                        "select id from sync_error where company_id = :company and type = :type and record_id = :record")
                .param("company", company.value())
                .param("type", key.type())
                .param("record", key.id())
                .query(Long.class)
                .optional()
                .flatMap(id -> find(company, id));
    }

    /** The records of these errors; those that are no longer there are missing. */
    Map<Long, RecordKey> keys(CompanyId company, Collection<Long> ids) {
        Map<Long, RecordKey> keys = new HashMap<>();
        jdbc.sql("select id, type, record_id from sync_error where company_id = :company and id = any(:ids)")
                .param("company", company.value())
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    keys.put(row.getLong("id"), new RecordKey(row.getString("type"), row.getString("record_id")));
                });
        return keys;
    }

    /** All that match, newest first. @throws Refused when they are more than {@code most} */
    List<Long> ids(CompanyId company, Filter filter, int most) {
        List<Long> ids = lists.newest(company, filter.wanted(), null, most + 1).ids();
        if (ids.size() > most) {
            throw Refused.badField(
                    "/filter", "The filter matches more than %d errors: narrow it and repeat.".formatted(most));
        }
        return ids;
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getLong("id"),
                new RecordKey(row.getString("type"), row.getString("record_id")),
                row.getString("name"),
                row.getString("number"),
                row.getString("snapshot"),
                row.getString("code"),
                row.getString("message"),
                row.getString("verb"),
                row.getString("family"),
                row.getString("state"),
                List.of((String[]) row.getArray("repairs").getArray()),
                row.getInt("tries"),
                JdbcCompanyQueries.timeOf(row, "first_seen"),
                JdbcCompanyQueries.timeOf(row, "last_seen"),
                row.getObject("last_seen", java.time.OffsetDateTime.class).toString(),
                JdbcCompanyQueries.time(row, "next_try"),
                row.getBoolean("foreseen"),
                row.getLong("blocks"),
                row.getString("quickbooks_id"),
                row.getString("company_name"),
                row.getString("company_file"),
                row.getString("message_set_id"),
                row.getString("request_id"),
                row.getString("found"));
    }
}
