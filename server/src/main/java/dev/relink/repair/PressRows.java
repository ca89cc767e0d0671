package dev.relink.repair;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Presses in the database. */
@Repository
class PressRows {

    /** Whoever left for an hour finds the end in the history. */
    private static final Duration SHOWN = Duration.ofHours(1);

    private static final String COLUMNS = """
            select id, repair, undoes, by, records, done, accepted, refused, relinks, creates, looks_up, refusals, started_at,
                   ended_at, fault from press
            """;

    private final JdbcClient jdbc;

    PressRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return its id; empty when another is under way */
    Optional<Long> add(
            CompanyId company,
            String repair,
            String told,
            @Nullable Long undoes,
            Collection<RecordKey> keys,
            Repairs.By by,
            Instant at) {
        return jdbc.sql("""
                        insert into press (company_id, repair, told, undoes, by, operator, admin, types, ids, records,
                                           started_at, moved_at)
                        values (:company, :repair, :told::jsonb, :undoes, :by, :operator, :admin, :types, :ids, :records,
                                :at, :at)
                        on conflict (company_id) where ended_at is null do nothing
                        returning id
                        """)
                .param("company", company.value())
                .param("repair", repair)
                .param("told", told)
                .param("undoes", undoes, Types.BIGINT)
                .param("by", by.name())
                .param("operator", by.operator())
                .param("admin", by.admin())
                .param("types", Subjects.types(keys))
                .param("ids", Subjects.ids(keys))
                .param("records", keys.size())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    Optional<Press> find(CompanyId company, long press) {
        return jdbc.sql(COLUMNS + " where company_id = :company and id = :press")
                .param("company", company.value())
                .param("press", press)
                .query(PressRows::press)
                .optional();
    }

    /** Of the company's newest press. */
    Optional<Press> shown(CompanyId company, String who, Instant now) {
        return jdbc.sql("select * from (" + COLUMNS.replace("fault from", "fault, seen from") + """
                         where company_id = :company order by id desc limit 1) newest
                         where ended_at is null or by = :who and not seen and ended_at > :since
                        """)
                .param("company", company.value())
                .param("who", who)
                .param("since", Timestamp.from(now.minus(SHOWN)))
                .query(PressRows::press)
                .optional();
    }

    void seen(CompanyId company, long press, String who) {
        int rows = jdbc.sql("""
                        update press set seen = true
                         where company_id = :company and id = :press and by = :who and ended_at is not null
                        """)
                .param("company", company.value())
                .param("press", press)
                .param("who", who)
                .update();
        if (rows > 1) {
            throw new IllegalStateException(rows + " presses have the id " + press);
        }
    }

    /** Records of which something is left to undo, in the order in which they were done. */
    List<RecordKey> undoable(CompanyId company, long press) {
        return jdbc.sql("""
                        select type, record_id from repair
                         where company_id = :company and press = :press and undone_at is null order by id
                        """)
                .param("company", company.value())
                .param("press", press)
                .query((row, n) -> new RecordKey(row.getString(1), row.getString(2)))
                .list();
    }

    /** What that press did to these records. */
    List<Long> repairs(CompanyId company, long press, Collection<RecordKey> keys) {
        return jdbc.sql("""
                        select id from repair
                         where company_id = :company and press = :press and undone_at is null
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """)
                .param("company", company.value())
                .param("press", press)
                .param("types", Subjects.types(keys))
                .param("ids", Subjects.ids(keys))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private static Press press(ResultSet row, int n) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Press(
                row.getLong("id"),
                row.getString("repair"),
                row.getObject("undoes", Long.class),
                row.getString("by"),
                row.getInt("records"),
                row.getInt("done"),
                new Repairs.Totals(
                        row.getLong("accepted"),
                        row.getLong("refused"),
                        row.getLong("relinks"),
                        row.getLong("creates"),
                        row.getLong("looks_up")),
                List.of(Json.read(row.getString("refusals"), Press.Refusal[].class)),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("fault"));
    }
}
