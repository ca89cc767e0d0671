package dev.relink.admin;

import dev.relink.catalogue.RepairKind;
import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.syncerror.Count;
import dev.relink.syncerror.ErrorLists;
import dev.relink.syncerror.Facet;
import dev.relink.syncerror.Order;
import dev.relink.syncerror.Wanted;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the rows of a page of errors: all of them where they fit, else the first few of each cause. */
@Component
class ErrorsFound {

    /** Of each cause, when there are more errors than fit on a page. */
    private static final int FEW = 5;

    /** So many open errors can be walked through one by one. */
    private static final int WALKED = 1_000;

    private final ErrorLists lists;
    private final JdbcErrorRows rows;
    private final JdbcOtherRows others;
    private final JdbcCauses causes;

    ErrorsFound(ErrorLists lists, JdbcErrorRows rows, JdbcOtherRows others, JdbcCauses causes) {
        this.lists = lists;
        this.rows = rows;
        this.others = others;
        this.causes = causes;
    }

    /**
     * One page.
     *
     * @param causes of those that match, in the order of the rows; null when they are not grouped
     * @param matching where words are sought counted as {@link dev.relink.syncerror.Count#counted}
     * @param clearable for how many of them Clear ID is offered; counted so too
     */
    record Found(List<ErrorRow> rows, @Nullable List<Cause> causes, long matching, long clearable) {}

    Found page(CompanyId company, ErrorFilter filter) {
        int size = filter.size();
        if (!filter.tab().isOfErrors()) {
            var found = others.page(company, filter, size);
            return new Found(rows.inOrder(company, found.keys()), null, found.matching(), 0);
        }
        if (filter.isGrouped()) {
            return grouped(company, wanted(company, filter), size);
        }
        int skip = (filter.page() - 1) * size;
        Wanted wanted = wanted(company, filter);
        ErrorLists.Part part = lists.page(company, wanted, order(filter), skip, size);
        return new Found(
                rows.withIds(company, part.ids()), null, part.all().counted(), clearable(company, wanted, part));
    }

    private static Order order(ErrorFilter filter) {
        return switch (filter.by()) {
            case "record" -> Order.NAMED;
            case "age" -> Order.OLDEST;
            case "blocks" -> Order.BLOCKING;
            default -> Order.NEWEST;
        };
    }

    private Found grouped(CompanyId company, Wanted wanted, int size) {
        List<Facet> facets = lists.facets(company, wanted);
        List<Cause> worstFirst = causes.of(company, facets);
        if (wanted.q() != null) {
            return sought(company, wanted, worstFirst, size);
        }
        long all = worstFirst.stream().mapToLong(Cause::errors).sum();
        List<Long> ids = all <= size
                ? lists.newest(company, wanted, null, size).ids()
                : lists.first(company, byCause(facets, worstFirst, size / FEW), FEW);
        return new Found(sorted(company, ids, worstFirst), worstFirst, all, clearable(company, facets, all));
    }

    /** The newest with these words, by cause. */
    private Found sought(CompanyId company, Wanted wanted, List<Cause> worstFirst, int size) {
        ErrorLists.Part newest = lists.newest(company, wanted, null, size);
        List<ErrorRow> found = sorted(company, newest.ids(), worstFirst);
        List<Cause> ofThese =
                worstFirst.stream().map(cause -> ofThese(cause, found)).toList();
        return new Found(found, ofThese, newest.all().counted(), clearable(company, wanted, newest));
    }

    private List<ErrorRow> sorted(CompanyId company, List<Long> ids, List<Cause> worstFirst) {
        List<ErrorRow> found = new ArrayList<>(rows.withIds(company, ids));
        found.sort(Comparator.<ErrorRow>comparingInt(row -> place(row, worstFirst))
                .thenComparing(Comparator.comparingLong(ErrorRow::blocks).reversed()));
        return found;
    }

    /** The facets of each of the first causes. */
    private static List<List<Facet>> byCause(List<Facet> facets, List<Cause> causes, int most) {
        Map<String, List<Facet>> byCause = facets.stream().collect(Collectors.groupingBy(Facet::cause));
        return causes.stream()
                .limit(most)
                .map(cause -> byCause.getOrDefault(cause.key(), List.of()))
                .toList();
    }

    private long clearable(CompanyId company, List<Facet> facets, long all) {
        String clearId = RepairKind.CLEAR_ID.word();
        List<Facet> offering = facets.stream()
                .filter(facet -> facet.repairs().contains(clearId))
                .toList();
        return offering.size() == facets.size() ? all : lists.counts(company, List.of(offering))[0];
    }

    private Wanted wanted(CompanyId company, ErrorFilter filter) {
        return filter.who().isEmpty()
                ? filter.wanted()
                : filter.wanted().of(causes.ofWhoCanFix(company, filter.tab(), filter.who()));
    }

    /** Of more than are counted it is not told. */
    private long clearable(CompanyId company, Wanted wanted, ErrorLists.Part part) {
        if (part.all().more()) {
            return part.all().counted();
        }
        List<Facet> offering = lists.facets(company, wanted).stream()
                .filter(facet -> facet.repairs().contains(RepairKind.CLEAR_ID.word()))
                .toList();
        return part.byFacet().isEmpty() ? lists.counts(company, List.of(offering))[0] : part.found(offering);
    }

    /** Words are not counted by cause: a group then tells of the rows that are shown. */
    private static Cause ofThese(Cause cause, List<ErrorRow> rows) {
        List<ErrorRow> own = rows.stream()
                .filter(row -> row.failure() != null && row.failure().cause().equals(cause.key()))
                .toList();
        return cause.with(own.size(), own.stream().mapToLong(ErrorRow::blocks).sum());
    }

    private static int place(ErrorRow row, List<Cause> causes) {
        for (int i = 0; i < causes.size(); i++) {
            if (row.failure() != null
                    && row.failure().cause().equals(causes.get(i).key())) {
                return i;
            }
        }
        return causes.size();
    }

    /** For a repair of "all that match". @param most and one more are found when there are more */
    List<RecordKey> keys(CompanyId company, ErrorFilter filter, int most) {
        if (!filter.tab().isOfErrors()) {
            return others.keys(company, filter, most + 1);
        }
        List<Long> ids =
                lists.newest(company, wanted(company, filter), null, most + 1).ids();
        return rows.keys(company, ids);
    }

    /** All that match, however many, portion by portion; the newest first. */
    void each(CompanyId company, ErrorFilter filter, int portion, Consumer<List<ErrorRow>> to) {
        if (!filter.tab().isOfErrors()) {
            to.accept(rows.inOrder(company, others.keys(company, filter, Count.LIMIT)));
            return;
        }
        Wanted wanted = wanted(company, filter);
        ErrorLists.Place place = null;
        List<ErrorRow> found;
        do {
            found = rows.withIds(
                    company, lists.newest(company, wanted, place, portion).ids());
            to.accept(found);
            var last = found.isEmpty() ? null : found.getLast().failure();
            place = last == null ? null : new ErrorLists.Place(last.lastSeen().atOffset(ZoneOffset.UTC), last.id());
        } while (found.size() == portion && place != null);
    }

    /** Before and after it in the list by cause; nobody walks through more than a thousand one by one. */
    Optional<SyncErrorView.Neighbours> neighbours(CompanyId company, long error) {
        Wanted open = ErrorTab.OPEN.wanted();
        if (lists.count(company, open).counted() > WALKED) {
            return Optional.empty();
        }
        List<Long> ids = grouped(company, open, WALKED).rows().stream()
                .flatMap(row -> Optional.ofNullable(row.failure()).stream())
                .map(ErrorRow.Failure::id)
                .toList();
        int place = ids.indexOf(error);
        return place < 0
                ? Optional.empty()
                : Optional.of(new SyncErrorView.Neighbours(
                        place == 0 ? null : ids.get(place - 1),
                        place == ids.size() - 1 ? null : ids.get(place + 1),
                        place + 1L,
                        ids.size()));
    }
}
