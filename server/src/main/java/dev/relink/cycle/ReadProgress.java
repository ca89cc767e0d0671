package dev.relink.cycle;

import dev.relink.company.CompanyId;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the reads of a company have come, list by list. */
@Repository
class ReadProgress {

    private static final String[] ALL = Stream.concat(
                    Stream.of("lists"), EntityTypes.sendable().stream().map(EntityType::name))
            .toArray(String[]::new);

    private final JdbcClient jdbc;

    ReadProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Read to its end in this visit. */
    boolean isDone(Visit visit, String list) {
        return jdbc.sql("""
                        select exists (select from read_progress where company_id = :company and list = :list
                                          and epoch = :epoch and iterator is null)
                        """)
                .param("company", visit.company().value())
                .param("list", list)
                .param("epoch", visit.epoch())
                .query(Boolean.class)
                .single();
    }

    /** The iterator of this visit's reading; iterators die with the visit that opened them. */
    @Nullable
    String iterator(Visit visit, String list) {
        return jdbc.sql("""
                        select iterator from read_progress where company_id = :company and list = :list
                           and epoch = :epoch
                        """)
                .param("company", visit.company().value())
                .param("list", list)
                .param("epoch", visit.epoch())
                .query((row, n) -> java.util.Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(iterator -> iterator)
                .orElse(null);
    }

    /** Everything up to this moment has been read; null before the first time. */
    @Nullable
    Instant readTo(CompanyId company, String list) {
        return jdbc.sql("select read_to from read_progress where company_id = :company and list = :list")
                .param("company", company.value())
                .param("list", list)
                .query((row, n) ->
                        java.util.Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .optional()
                .flatMap(moment -> moment)
                .orElse(null);
    }

    /** Something was read in this visit. */
    boolean isAnyDone(Visit visit) {
        return jdbc.sql("select exists (select from read_progress where company_id = :company and epoch = :epoch)")
                .param("company", visit.company().value())
                .param("epoch", visit.epoch())
                .query(Boolean.class)
                .single();
    }

    /** Everything of every type has been read up to this moment; null while something was never read to its end. */
    @Nullable
    Instant allReadTo(CompanyId company) {
        return jdbc.sql("""
                        select case when count(p.read_to) = count(*) then min(p.read_to) end
                          from unnest(:lists::text[]) as u(list)
                          left join read_progress p on p.company_id = :company and p.list = u.list
                        """)
                .param("company", company.value())
                .param("lists", ALL)
                .query((row, n) ->
                        java.util.Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single()
                .orElse(null);
    }

    /** All of it was read at once: nothing is left to be read in this visit. */
    void allRead(Visit visit, Instant to) {
        int rows = jdbc.sql("""
                        update read_progress set read_to = :to, iterator = null, round_from = null, epoch = :epoch
                         where company_id = :company and list = any (:lists)
                        """)
                .param("company", visit.company().value())
                .param("lists", ALL)
                .param("to", Timestamp.from(to))
                .param("epoch", visit.epoch())
                .update();
        if (rows != ALL.length) {
            throw new IllegalStateException("%d lists should have been read, %d were".formatted(ALL.length, rows));
        }
    }

    /** These of QuickBooks' own lists were read from end to end: a name that is in none of them may be missing. */
    void readWhole(Visit visit, List<String> lists, Instant at) {
        jdbc.sql("""
                        insert into read_progress (company_id, list, read_to, epoch)
                        select :company, 'whole ' || u.list, :at, :epoch from unnest(:lists::text[]) as u(list)
                        on conflict (company_id, list) do update
                           set read_to = excluded.read_to, epoch = excluded.epoch
                        """)
                .param("company", visit.company().value())
                .param("lists", lists.toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .param("epoch", visit.epoch())
                .update();
    }

    /**
     * One more page. The moment moves only when the reading is at its end, and then to where it was when the reading began:
     * what changed meanwhile behind the page is read the next time.
     *
     * @param readTo when this page was asked for, less what the clocks may differ; null = it was not answered in full
     */
    void read(Visit visit, String list, @Nullable String iterator, @Nullable Instant readTo) {
        jdbc.sql("""
                        insert into read_progress (company_id, list, read_to, iterator, round_from, epoch)
                        values (:company, :list, case when :iterator::text is null then :to::timestamptz end, :iterator, :to::timestamptz, :epoch)
                        on conflict (company_id, list) do update
                           set iterator = excluded.iterator, epoch = excluded.epoch,
                               round_from = case when read_progress.epoch = :epoch and read_progress.iterator is not null
                                                 then read_progress.round_from else excluded.round_from end,
                               read_to = case when excluded.iterator is not null or :to::timestamptz is null
                                                   then read_progress.read_to
                                              when read_progress.epoch = :epoch and read_progress.iterator is not null
                                                   then coalesce(read_progress.round_from, excluded.read_to)
                                              else excluded.read_to end
                        """)
                .param("company", visit.company().value())
                .param("list", list)
                .param("iterator", iterator)
                .param("to", readTo == null ? null : Timestamp.from(readTo))
                .param("epoch", visit.epoch())
                .update();
    }
}
