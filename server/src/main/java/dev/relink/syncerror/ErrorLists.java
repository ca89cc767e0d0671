package dev.relink.syncerror;

import static dev.relink.syncerror.ListStatements.COUNTED_FOUND;
import static dev.relink.syncerror.ListStatements.FIRST_OF_EACH;
import static dev.relink.syncerror.ListStatements.FOUND;
import static dev.relink.syncerror.ListStatements.FOUND_ONCE;
import static dev.relink.syncerror.ListStatements.LEAFED;
import static dev.relink.syncerror.ListStatements.MERGED;
import static dev.relink.syncerror.ListStatements.WALKED;

import dev.relink.company.CompanyId;
import dev.relink.tally.Tallies;
import dev.relink.tally.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** From so many rows on. */
    private static final int FAR = 1_000;

    /** One row in so many must match for it to pay. */
    private static final int MOST_TIMES = 5;

    private final JdbcClient jdbc;
    private final Facets facets;
    private final Tallies tallies;

    ErrorLists(JdbcClient jdbc, Facets facets, Tallies tallies) {
        this.jdbc = jdbc;
        this.facets = facets;
        this.tallies = tallies;
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

    /**
     * A part of a list.
     *
     * @param ids in the order asked for
     * @param byFacet where words were sought: how many were found of each facet that has any, by its state and id
     */
    public record Part(List<Long> ids, Count all, Map<String, Long> byFacet) {

        Part(List<Long> ids, Count all) {
            this(ids, all, Map.of());
        }

        /** How many errors of these facets words have found. */
        public long found(List<Facet> facets) {
            return facets.stream()
                    .mapToLong(facet -> byFacet.getOrDefault(facet.state() + facet.id(), 0L))
                    .sum();
        }
    }

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
            return new Part(ids(company, wanted, found, order, place, skip, size), count(company, wanted, found));
        }
        Part sought = sought(company, wanted, found, order, place, skip, size);
        return sought.all().more()
                ? new Part(ids(WALKED, company, wanted, found, order, place, skip, size), sought.all())
                : sought;
    }

    private List<Long> ids(
            CompanyId company,
            Wanted wanted,
            List<Facet> found,
            Order order,
            @Nullable Place place,
            int skip,
            int size) {
        return switch (order) {
            case BLOCKING -> blocking(company, found, skip, size);
            case NAMED ->
                skip > 0
                        ? named(company, found, skip, size)
                        : ids(MERGED, company, wanted, found, order, place, skip, size);
            case NEWEST, OLDEST ->
                ids(isLeafed(company, found, skip) ? LEAFED : MERGED, company, wanted, found, order, place, skip, size);
        };
    }

    /** Whether this page lies far behind, in a list that holds a good part of all errors. */
    private boolean isLeafed(CompanyId company, List<Facet> found, int skip) {
        if (skip < FAR) {
            return false;
        }
        Tally tally = tallies.of(company);
        return MOST_TIMES * sum(tally, found) > tally.errors();
    }

    private static long sum(Tally tally, List<Facet> facets) {
        return facets.stream()
                .mapToLong(facet -> tally.errors(facet.state(), facet.id()))
                .sum();
    }

    /** Those that others wait on are few and sorted; behind them come the others, the newest first. */
    private List<Long> blocking(CompanyId company, List<Facet> found, int skip, int size) {
        return placed(ListStatements.BLOCKING, company, Wanted.ALL, found, null, skip, size)
                .param("most", Count.LIMIT)
                .query((row, n) -> row.getLong(1))
                .list();
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
        int most = Math.max(Count.LIMIT, skip + size);
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
                .query((row, n) -> found(row, most))
                .single();
    }

    private static Part found(ResultSet row, int most) throws SQLException {
        String[] facets = (String[]) row.getArray("facets").getArray();
        Long[] counts = (Long[]) row.getArray("counts").getArray();
        Map<String, Long> byFacet = new HashMap<>();
        long all = 0;
        for (int i = 0; i < facets.length; i++) {
            byFacet.put(facets[i], counts[i]);
            all += counts[i];
        }
        return new Part(List.of((Long[]) row.getArray("ids").getArray()), Count.of(all, most), byFacet);
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
                .param("size", size)
                .param("end", skip + size);
    }

    public Count count(CompanyId company, Wanted wanted) {
        List<Facet> found = facets.of(company, wanted);
        return found.isEmpty() ? Count.NONE : count(company, wanted, found);
    }

    private Count count(CompanyId company, Wanted wanted, List<Facet> found) {
        return wanted.hasWords()
                ? Count.of(
                        of(COUNTED_FOUND, company, wanted, found)
                                .param("most", Count.LIMIT + 1)
                                .query(Long.class)
                                .single(),
                        Count.LIMIT)
                : new Count(counts(company, List.of(found))[0], false);
    }

    /** How many errors each group of facets has. */
    public long[] counts(CompanyId company, List<List<Facet>> groups) {
        Tally tally = tallies.of(company);
        return groups.stream().mapToLong(group -> sum(tally, group)).toArray();
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
}
