package dev.relink.syncerror;

import dev.relink.company.CompanyId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lists of sync errors that cost the same with ten errors and with a million. A list is merged from its facets, of which
 * an index holds each in each order; words are sought in an index of words, and where they match more than are counted
 * the list is walked through from its newest row instead.
 */
@Repository
public class ErrorLists {

    private final JdbcClient jdbc;
    private final Facets facets;

    ErrorLists(JdbcClient jdbc, Facets facets) {
        this.jdbc = jdbc;
        this.facets = facets;
    }

    /** Behind this row of a list in the order {@link Order#NEWEST}. */
    public record Place(OffsetDateTime lastSeen, long id) {}

    /** Of each group of facets, one group after the other: those that most records wait on, then the newest. */
    public List<Long> first(CompanyId company, List<List<Facet>> groups, int size) {
        List<Facet> all = groups.stream().flatMap(List::stream).toList();
        return all.isEmpty()
                ? List.of()
                : of(FIRST_OF_EACH, company, Wanted.ALL, all)
                        .param("groups", parts(groups))
                        .param("most", Count.LIMIT)
                        .param("size", size)
                        .query((row, n) -> row.getLong(1))
                        .list();
    }

    /** @param ids in the order asked for */
    public record Part(List<Long> ids, Count all) {}

    public List<Facet> facets(CompanyId company, Wanted wanted) {
        return facets.of(company, wanted);
    }

    /** The newest behind a place. @param place null = from the beginning */
    public Part newest(CompanyId company, Wanted wanted, @Nullable Place place, int size) {
        return part(company, wanted, Order.NEWEST, place, 0, size);
    }

    /** @param skip at most {@link Count#LIMIT}: a list is not leafed through to its millionth row */
    public Part page(CompanyId company, Wanted wanted, Order order, int skip, int size) {
        return part(company, wanted, order, null, Math.min(skip, Count.LIMIT), size);
    }

    private Part part(CompanyId company, Wanted wanted, Order order, @Nullable Place place, int skip, int size) {
        List<Facet> found = facets.of(company, wanted);
        if (found.isEmpty()) {
            return new Part(List.of(), Count.NONE);
        }
        if (!wanted.hasWords()) {
            List<Long> ids = order == Order.NAMED && skip > 0
                    ? named(company, found, skip, size)
                    : ids(MERGED, company, wanted, found, order, place, skip, size);
            return new Part(ids, count(company, wanted, found));
        }
        Part sought = sought(company, wanted, found, order, place, skip, size);
        return sought.all().more()
                ? new Part(ids(WALKED, company, wanted, found, order, place, skip, size), sought.all())
                : sought;
    }

    /** Type goes after type: those before the page are counted, not merged. */
    private List<Long> named(CompanyId company, List<Facet> found, int skip, int size) {
        List<List<Facet>> types = List.copyOf(found.stream()
                .collect(Collectors.groupingBy(Facet::type, TreeMap::new, Collectors.toList()))
                .values());
        long[] counts = counts(company, types);
        List<Facet> reached = new ArrayList<>();
        long before = 0;
        long end = 0;
        for (int i = 0; i < counts.length && end < skip + size; i++) {
            end += counts[i];
            if (end <= skip) {
                before = end;
            } else {
                reached.addAll(types.get(i));
            }
        }
        return ids(MERGED, company, Wanted.ALL, reached, Order.NAMED, null, (int) (skip - before), size);
    }

    private List<Long> ids(
            String sql,
            CompanyId company,
            Wanted wanted,
            List<Facet> found,
            Order order,
            @Nullable Place place,
            int skip,
            int size) {
        return placed(sql(sql, order, place != null), company, wanted, found, place, skip, size)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** The words are looked up once for the list and its count. */
    private Part sought(
            CompanyId company,
            Wanted wanted,
            List<Facet> found,
            Order order,
            @Nullable Place place,
            int skip,
            int size) {
        int most = Math.max(Count.LIMIT_OF_WORDS, skip + size);
        String list = sql(FOUND, order, place != null);
        return placed(
                        FOUND_ONCE.replace("{list}", list).replace("{columns}", order.columns()),
                        company,
                        wanted,
                        found,
                        place,
                        skip,
                        size)
                .param("most", most + 1)
                .query((row, n) -> new Part(
                        List.of((Long[]) row.getArray("ids").getArray()), Count.of(row.getLong("found"), most)))
                .single();
    }

    private JdbcClient.StatementSpec placed(
            String sql,
            CompanyId company,
            Wanted wanted,
            List<Facet> found,
            @Nullable Place place,
            int skip,
            int size) {
        return of(sql, company, wanted, found)
                .param("seen", place == null ? null : place.lastSeen())
                .param("id", place == null ? 0L : place.id())
                .param("skip", skip)
                .param("size", size);
    }

    public Count count(CompanyId company, Wanted wanted) {
        List<Facet> found = facets.of(company, wanted);
        return found.isEmpty() ? Count.NONE : count(company, wanted, found);
    }

    /** Of the errors of these facets. */
    public Count count(CompanyId company, List<Facet> found) {
        return found.isEmpty() ? Count.NONE : count(company, Wanted.ALL, found);
    }

    private Count count(CompanyId company, Wanted wanted, List<Facet> found) {
        int most = wanted.hasWords() ? Count.LIMIT_OF_WORDS : Count.LIMIT;
        return Count.of(
                of(wanted.hasWords() ? COUNTED_FOUND : COUNTED, company, wanted, found)
                        .param("most", most + 1)
                        .query(Long.class)
                        .single(),
                most);
    }

    /** Of each group of facets, {@link Count#LIMIT} and one more at most. */
    public long[] counts(CompanyId company, List<List<Facet>> groups) {
        List<Facet> all = groups.stream().flatMap(List::stream).toList();
        long[] counts = new long[groups.size()];
        if (!all.isEmpty()) {
            of(COUNTED_EACH, company, Wanted.ALL, all)
                    .param("groups", parts(groups))
                    .param("most", Count.LIMIT + 1)
                    .query(row -> {
                        counts[row.getInt("part")] = row.getLong("errors");
                    });
        }
        return counts;
    }

    /** The number of its group for each facet of all groups. */
    private static Integer[] parts(List<List<Facet>> groups) {
        return IntStream.range(0, groups.size())
                .flatMap(i -> groups.get(i).stream().mapToInt(facet -> i))
                .boxed()
                .toArray(Integer[]::new);
    }

    private JdbcClient.StatementSpec of(String sql, CompanyId company, Wanted wanted, List<Facet> found) {
        var statement = jdbc.sql(sql)
                .param("company", company.value())
                .param("states", texts(found, Facet::state))
                .param("types", texts(found, Facet::type))
                .param("facets", found.stream().map(Facet::id).toArray(Long[]::new))
                .param("of", texts(found, facet -> facet.state() + facet.id()));
        return wanted.hasWords()
                ? statement.param("words", wanted.query(company.value())).param("patterns", wanted.patterns())
                : statement;
    }

    private static String[] texts(List<Facet> facets, Function<Facet, String> part) {
        return facets.stream().map(part).toArray(String[]::new);
    }

    private static String sql(String sql, Order order, boolean behind) {
        return sql.replace("{behind}", behind ? " and (e.last_seen, e.id) < (:seen::timestamptz, :id) " : " ")
                        .replace("{columns}", order.columns())
                        .replace("{facet columns}", order.columnsWithinFacet())
                        .replace("{order}", order.withinFacet())
                + " order by " + order.over() + " offset :skip limit :size";
    }

    private static final String UNNESTED =
            " unnest(:states::text[], :types::text[], :facets::bigint[]) with ordinality as f(state, type, facet, n) ";

    private static final String OF_FACET =
            " from sync_error e where e.company_id = :company and e.state = f.state and e.facet = f.facet ";

    private static final String WORDS =
            " and sync_error_terms(e.company_id, e.sought, e.record_id, e.message) @@ :words::tsquery ";

    /** A plain condition and no join: a join need not keep the order in which rows are walked through. */
    private static final String OF_FACETS = " and e.state || e.facet = any(:of::text[]) ";

    private static final String MERGED = "select x.id from" + UNNESTED
            + "cross join lateral (select e.id, {facet columns}" + OF_FACET
            + "{behind} order by {order} limit :skip + :size) x";

    /**
     * {@code offset 0} has the words looked up alone, whatever the statement is planned for; and no index answers the
     * comparison of the company, which each of the words names as well: all of its errors would be read beside.
     */
    private static final String WITH_WORDS =
            " from (select * from sync_error e where e.company_id is not distinct from :company" + WORDS
                    + "offset 0) e where true";

    private static final String FOUND_ONCE = "with found as materialized (select e.id, {columns}" + WITH_WORDS
            + OF_FACETS + "limit :most)"
            + " select (select count(*) from found) as found, array({list}) as ids";

    private static final String FOUND = "select x.id from (select * from found e where true {behind}) x";

    /**
     * The limit keeps what is sought out of the walk: it is tried on each row until enough are found. It is no constant, so
     * that the planner thinks of few rows and walks through the index, where it would sort all.
     */
    private static final String WALKED = "select x.id from (select e.id, {columns} from (select * from sync_error e"
            + " where e.company_id = :company {behind} order by e.last_seen desc, e.id desc"
            + " limit (select 2147483647)) e"
            + " where (' ' || coalesce(e.sought, '') || ' ' || lower(left(e.record_id, 500)) || ' '"
            + " || lower(left(e.message, 500))) ~ all(:patterns::text[])"
            + OF_FACETS + "limit :skip + :size) x";

    private static final String GROUPED = """
            with f as materialized (select * from unnest(:states::text[], :types::text[], :facets::bigint[], :groups::integer[])
                                      as f(state, type, facet, part))
            """;

    private static final String FIRST_OF_EACH = GROUPED + """
            , waited_on as materialized (
              select waits_on_type, waits_on_id, count(*) as blocks from (
                select waits_on_type, waits_on_id from pending_sync
                 where company_id = :company and state = 'waiting-on-parent' limit :most) w
               group by waits_on_type, waits_on_id
            ), found as (
              select f.part, e.id, e.last_seen, w.blocks from waited_on w
               cross join lateral (select * from sync_error x where x.company_id = :company and x.type = w.waits_on_type
                                      and x.record_id = w.waits_on_id offset 0) e
                join f on f.state = e.state and f.facet = e.facet
              union all
              select f.part, e.id, e.last_seen, 0 from f
               cross join lateral (select x.id, x.last_seen from sync_error x where x.company_id = :company
                                      and x.state = f.state and x.facet = f.facet
                                    order by x.last_seen desc, x.id desc limit :size) e
            ), placed as (
              select part, id, row_number() over (partition by part order by max(blocks) desc, last_seen desc, id desc) as place
                from found group by part, id, last_seen
            )
            select id from placed where place <= :size order by part, place
            """;

    private static final String COUNTED = "select count(*) from (select from" + UNNESTED
            + "cross join lateral (select 1" + OF_FACET + "limit :most) x limit :most) y";

    private static final String COUNTED_FOUND =
            "select count(*) from (select" + WITH_WORDS + OF_FACETS + "limit :most) x";

    private static final String COUNTED_EACH = GROUPED + """
            select g.part, x.errors from (select distinct part from f) g cross join lateral (
              select count(*) as errors from (
                select from f cross join lateral (
                  select 1 from sync_error e
                   where e.company_id = :company and e.state = f.state and e.facet = f.facet limit :most) y
                 where f.part = g.part limit :most) z) x
            """;
}
