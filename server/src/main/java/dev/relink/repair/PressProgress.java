package dev.relink.repair;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far presses have come: what is next of one, and what came of it. */
@Repository
class PressProgress {

    private final JdbcClient jdbc;

    PressProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A part that is to be done. */
    record Part(
            List<RecordKey> keys,
            String repair,
            String told,
            @Nullable Long undoes,
            Repairs.By by) {}

    /** What comes next of it, and nobody else may take it meanwhile; empty when it has ended. */
    Optional<Part> next(CompanyId company, long press) {
        return jdbc.sql("""
                        select repair, told, undoes, by, operator, admin, types[done + 1 \\: done + :part] as types,
                               ids[done + 1 \\: done + :part] as ids
                          from press where company_id = :company and id = :press and ended_at is null for update
                        """)
                .param("company", company.value())
                .param("press", press)
                .param("part", Press.PART)
                .query((row, n) -> new Part(
                        keys(row),
                        row.getString("repair"),
                        row.getString("told"),
                        row.getObject("undoes", Long.class),
                        new Repairs.By(
                                row.getString("by"), row.getBoolean("operator"), row.getBoolean("admin"), press)))
                .optional();
    }

    private static List<RecordKey> keys(ResultSet row) throws SQLException {
        String[] types = (String[]) row.getArray("types").getArray();
        String[] ids = (String[]) row.getArray("ids").getArray();
        return IntStream.range(0, ids.length)
                .mapToObj(i -> new RecordKey(types[i], ids[i]))
                .toList();
    }

    /** So many more were judged, with these verdicts. The last part ends it. @return whether something is left to do */
    boolean moved(CompanyId company, long press, int judged, List<Repairs.Verdict> verdicts, Instant at) {
        Repairs.Totals totals = Repairs.Totals.of(verdicts);
        return jdbc.sql("""
                        update press set done = done + :judged, accepted = accepted + :accepted, refused = refused + :refused,
                               relinks = relinks + :relinks, creates = creates + :creates, looks_up = looks_up + :looksUp,
                               refusals = case when jsonb_array_length(refusals) < :most then refusals || :refusals::jsonb
                                               else refusals end,
                               moved_at = :at, tries = 0,
                               ended_at = case when done + :judged >= records then :at::timestamptz end
                         where company_id = :company and id = :press and ended_at is null
                        returning ended_at is null
                        """)
                .param("company", company.value())
                .param("press", press)
                .param("judged", judged)
                .param("accepted", totals.accepted())
                .param("refused", totals.refused())
                .param("relinks", totals.relinks())
                .param("creates", totals.creates())
                .param("looksUp", totals.looksUp())
                .param("most", Press.REFUSALS)
                .param("refusals", Json.write(refusals(verdicts)))
                .param("at", Timestamp.from(at))
                .query(Boolean.class)
                .single();
    }

    private static List<Press.Refusal> refusals(List<Repairs.Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> !verdict.accepted())
                .limit(Press.REFUSALS)
                .map(verdict ->
                        new Press.Refusal(verdict.key().type(), verdict.key().id(), verdict.effect()))
                .toList();
    }

    /** A part could not be done: after a few tries it is at its end, and says so. @return whether it is tried again */
    boolean failed(CompanyId company, long press, String fault, int most, Instant at) {
        return jdbc.sql("""
                        update press set tries = tries + 1, moved_at = :at,
                               ended_at = case when tries + 1 >= :most then :at::timestamptz end,
                               fault = case when tries + 1 >= :most then :fault end
                         where company_id = :company and id = :press and ended_at is null
                        returning ended_at is null
                        """)
                .param("company", company.value())
                .param("press", press)
                .param("most", most)
                .param("fault", fault)
                .param("at", Timestamp.from(at))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** A press, and whose. */
    record UnderWay(CompanyId company, long press) {}

    /** Those that nobody has moved since: their server died. */
    List<UnderWay> left(Instant since) {
        return jdbc.sql("select company_id, id from press where ended_at is null and moved_at < :since")
                .param("since", Timestamp.from(since))
                .query((row, n) -> new UnderWay(new CompanyId(row.getString(1)), row.getLong(2)))
                .list();
    }
}
