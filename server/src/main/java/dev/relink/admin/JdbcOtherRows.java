package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.syncerror.Count;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Records beside the errors: waiting on a parent, in doubt, skipped. At most {@link Count#LIMIT} and one are looked at. */
@Repository
class JdbcOtherRows {

    private static final String PENDING = """
            select r.*, p.rank, p.place from pending_sync p
              join record r on r.company_id = p.company_id and r.type = p.type and r.record_id = p.record_id
             where p.company_id = :company and p.state = :state
            """;

    /** By a person, or of a type whose flow is off. */
    private static final String SKIPPED = """
            select r.*, 0 as rank, 0 as place from (
              select * from record where company_id = :company and skipped is not null
              union all
              select o.* from flow f
                join record o on o.company_id = f.company_id and o.type = f.type and o.skipped is null
               where f.company_id = :company and f.mode = 'off'
                 and not exists (select from binding b where b.company_id = o.company_id and b.type = o.type
                                    and b.record_id = o.record_id)) r
             where not r.deleted and :state = 'skipped'
               and not exists (select from pending_sync p where p.company_id = :company and p.type = r.type
                                  and p.record_id = r.record_id)
            """;

    private static final String MATCHING = """
               and (:type = '' or r.type = :type)
               and (:q = '' or r.name ilike :anywhere or r.summary ilike :anywhere or r.record_id = :q)
            """;

    private final JdbcClient jdbc;

    JdbcOtherRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param matching counted as {@link Count#counted} */
    record Found(List<RecordKey> keys, long matching) {}

    Found page(CompanyId company, ErrorFilter filter, int size) {
        String order = filter.by().equals("record") ? "type, lower(name), record_id" : "rank, place, type, record_id";
        var keys = matching(
                        company,
                        filter,
                        "select type, record_id from (%s limit :most) f order by " + order
                                + " offset :skip limit :size")
                .param("most", Count.LIMIT + 1)
                .param("skip", (filter.page() - 1L) * size)
                .param("size", size)
                .query((row, n) -> new RecordKey(row.getString(1), row.getString(2)))
                .list();
        return new Found(keys, count(company, filter));
    }

    long count(CompanyId company, ErrorFilter filter) {
        return matching(company, filter, "select count(*) from (%s limit :most) f")
                .param("most", Count.LIMIT + 1)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec matching(CompanyId company, ErrorFilter filter, String sql) {
        boolean skipped = filter.tab() == ErrorTab.SKIPPED;
        String inner = (skipped ? SKIPPED : PENDING) + MATCHING + (skipped ? "" : " order by p.rank, p.place");
        return jdbc.sql(sql.formatted(inner))
                .param("company", company.value())
                .param("state", filter.tab().word())
                .param("type", filter.type())
                .param("q", filter.q())
                .param("anywhere", Queries.anywhere(filter.q()));
    }
}
