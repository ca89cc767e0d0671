package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.syncerror.Count;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Records beside the errors: waiting on a parent, in doubt, skipped. At most {@link Count#LIMIT} and one are looked at. */
@Repository
class JdbcOtherRows {

    private static final String PENDING = """
            select r.*, p.rank, p.place from pending_sync p
              join record r on r.company_id = p.company_id and r.type = p.type and r.record_id = p.record_id
             where p.company_id = :company and p.state = :state
               and (:onType = '' or p.waits_on_type = :onType and p.waits_on_id = :onId)
            """;

    /** By a person, or of a type whose flow is off. */
    private static final String SKIPPED = """
            select r.*, 0 as rank, 0 as place from (
              select * from record where company_id = :company and skipped is not null
              union all
              select o.* from flow f
               cross join lateral (select * from record x where x.company_id = :company and x.type = f.type
                                      and x.skipped is null offset 0) o
               where f.company_id = :company and f.mode = 'off'
                 and not exists (select from binding b where b.company_id = o.company_id and b.type = o.type
                                    and b.record_id = o.record_id)) r
             where not r.deleted and :state = 'skipped' and :onType || :onId = ''
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

    List<RecordKey> keys(CompanyId company, ErrorFilter filter, int most) {
        return found(company, filter, 0, most);
    }

    Found page(CompanyId company, ErrorFilter filter, int size) {
        return new Found(found(company, filter, (filter.page() - 1L) * size, size), count(company, filter));
    }

    private List<RecordKey> found(CompanyId company, ErrorFilter filter, long skip, int size) {
        String order = filter.by().equals("record") ? "type, lower(name), record_id" : "rank, place, type, record_id";
        return matching(
                        company,
                        filter,
                        "select type, record_id from (%s limit :most) f order by " + order
                                + " offset :skip limit :size")
                .param("most", Count.LIMIT + 1)
                .param("skip", skip)
                .param("size", size)
                .query((row, n) -> new RecordKey(row.getString(1), row.getString(2)))
                .list();
    }

    long count(CompanyId company, ErrorFilter filter) {
        return matching(company, filter, "select count(*) from (%s limit :most) f")
                .param("most", Count.LIMIT + 1)
                .query(Long.class)
                .single();
    }

    /** All of them, exactly. */
    long skipped(CompanyId company) {
        return matching(company, ErrorFilter.of(Map.of("tab", ErrorTab.SKIPPED.word())), "select count(*) from (%s) f")
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec matching(CompanyId company, ErrorFilter filter, String sql) {
        boolean skipped = filter.tab() == ErrorTab.SKIPPED;
        int slash = filter.on().indexOf('/');
        String inner = (skipped ? SKIPPED : PENDING) + MATCHING + (skipped ? "" : " order by p.rank, p.place");
        return jdbc.sql(sql.formatted(inner))
                .param("company", company.value())
                .param("state", filter.tab().word())
                .param("type", filter.type())
                .param("onType", slash < 0 ? "" : filter.on().substring(0, slash))
                .param("onId", slash < 0 ? "" : filter.on().substring(slash + 1))
                .param("q", filter.q())
                .param("anywhere", Queries.anywhere(filter.q()));
    }
}
