package dev.relink.admin;

import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Operation;
import dev.relink.company.CompanyId;
import dev.relink.connector.StatusCode;
import dev.relink.syncerror.Count;
import dev.relink.syncerror.ErrorLists;
import dev.relink.syncerror.Facet;
import dev.relink.syncerror.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why records of a company are held: what holds back most comes first. */
@Repository
class JdbcCauses {

    private static final Comparator<Cause> WORST_FIRST = Comparator.comparingLong(Cause::blocked)
            .thenComparingLong(Cause::errors)
            .reversed()
            .thenComparing(Cause::key);

    private final JdbcClient jdbc;
    private final ErrorLists lists;
    private final Decoder decoder;

    JdbcCauses(JdbcClient jdbc, ErrorLists lists, Decoder decoder) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.decoder = decoder;
    }

    /** Of the errors that are so wanted; words are not looked at. */
    List<Cause> of(CompanyId company, Wanted wanted) {
        return of(company, lists.facets(company, wanted));
    }

    /** Of the errors of these facets. */
    List<Cause> of(CompanyId company, List<Facet> found) {
        Map<String, List<Facet>> byCause =
                found.stream().collect(Collectors.groupingBy(Facet::cause, LinkedHashMap::new, Collectors.toList()));
        long[] errors = lists.counts(company, List.copyOf(byCause.values()));
        Map<String, Long> blocked = blocked(company);
        Map<String, String> messages = messages(company, byCause);
        List<Cause> causes = new ArrayList<>();
        for (List<Facet> facets : byCause.values()) {
            Facet one = facets.getFirst();
            String key = one.cause();
            causes.add(cause(
                    one,
                    facets.stream().map(Facet::type).distinct().count() == 1 ? one.type() : "",
                    messages.getOrDefault(key, ""),
                    errors[causes.size()],
                    facets.stream()
                            .mapToLong(f -> blocked.getOrDefault(f.state() + f.id(), 0L))
                            .sum()));
        }
        causes.sort(WORST_FIRST);
        return causes;
    }

    /** The keys of those of a tab that somebody of this kind can mend: the catalogue knows, the database does not. */
    Set<String> ofWhoCanFix(CompanyId company, ErrorTab tab, String who) {
        return of(company, tab.wanted()).stream()
                .filter(cause -> cause.who().word().equals(who))
                .map(Cause::key)
                .collect(Collectors.toSet());
    }

    private Cause cause(Facet facet, String type, String message, long errors, long blocked) {
        var failure = new ErrorRow.Failure(
                0, facet.code(), facet.variant(), message, "", List.of(), 0, Instant.EPOCH, Instant.EPOCH, null, false);
        var decoded = decoder.decode(StatusCode.parse(facet.code()), message, Operation.MOD);
        return Cause.of(failure, decoded, type, errors, blocked);
    }

    /** What QuickBooks said, of one error of each cause. */
    private Map<String, String> messages(CompanyId company, Map<String, List<Facet>> byCause) {
        Map<String, String> messages = new HashMap<>();
        List<Facet> ones = byCause.values().stream().map(List::getFirst).toList();
        jdbc.sql("""
                        select e.code || ' ' || e.variant as cause, e.message
                          from unnest(:states::text[], :facets::bigint[]) as f(state, facet)
                         cross join lateral (select * from sync_error e where e.company_id = :company
                               and e.state = f.state and e.facet = f.facet
                             order by e.last_seen desc, e.id desc limit 1) e
                        """)
                .param("company", company.value())
                .param("states", ones.stream().map(Facet::state).toArray(String[]::new))
                .param("facets", ones.stream().map(Facet::id).toArray(Long[]::new))
                .query(row -> {
                    messages.put(row.getString("cause"), row.getString("message"));
                });
        return messages;
    }

    /** How many records wait on errors of a facet, by state and facet. */
    private Map<String, Long> blocked(CompanyId company) {
        Map<String, Long> blocked = new HashMap<>();
        jdbc.sql("""
                        select e.state || e.facet as facet, count(*) as blocked
                          from (select waits_on_type, waits_on_id from pending_sync
                                 where company_id = :company and state = 'waiting-on-parent' limit :most) w
                          join sync_error e on e.company_id = :company and e.type = w.waits_on_type
                               and e.record_id = w.waits_on_id
                         group by e.state, e.facet
                        """)
                .param("company", company.value())
                .param("most", Count.LIMIT + 1)
                .query(row -> {
                    blocked.put(row.getString("facet"), row.getLong("blocked"));
                });
        return blocked;
    }
}
