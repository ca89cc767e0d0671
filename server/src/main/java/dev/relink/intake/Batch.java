package dev.relink.intake;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.flow.Flow;
import dev.relink.flow.Flows;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Up to a thousand changes of one company, in one transaction and a handful of statements. */
class Batch {

    private final JdbcRecords records;
    private final JdbcQueue queue;
    private final Flows flows;
    private final InstantSource clock;

    Batch(JdbcRecords records, JdbcQueue queue, Flows flows, InstantSource clock) {
        this.records = records;
        this.queue = queue;
        this.flows = flows;
        this.clock = clock;
    }

    /** One verdict per change, in their order. To be called inside a transaction. */
    List<Verdict> apply(CompanyId company, List<Change> changes) {
        records.lock(company);
        Set<RecordKey> keys = new HashSet<>();
        changes.forEach(change -> keys.add(change.key()));
        Sorting sorting = new Sorting(records.stored(company, keys), hierarchy(company, changes)).all(changes);
        Map<String, Flow> set = flows.set(company);
        Instant now = clock.instant();
        if (!sorting.saved().isEmpty()) {
            save(company, sorting, set, now);
        }
        if (!sorting.deleted().isEmpty()) {
            delete(company, sorting, set, now);
        }
        return sorting.verdicts();
    }

    private Hierarchy hierarchy(CompanyId company, List<Change> changes) {
        Set<RecordKey> around = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.Put put && Snapshot.above(put) instanceof RecordKey above) {
                around.add(put.key());
                around.add(above);
            }
        }
        return new Hierarchy(around.isEmpty() ? Map.of() : records.hierarchyAround(company, around));
    }

    private void save(CompanyId company, Sorting sorting, Map<String, Flow> flows, Instant now) {
        List<Snapshot> saved = sorting.saved();
        records.save(company, saved, now);
        records.replaceReferences(company, saved, old(sorting, saved));
        saved.stream()
                .filter(one -> flow(flows, one).isOff())
                .forEach(one -> sorting.judge(one.key(), new Verdict.Kept()));
        List<RecordKey> known = old(sorting, saved);
        Set<RecordKey> never = known.isEmpty() ? Set.of() : records.never(company, known);
        never.forEach(key -> sorting.judge(key, new Verdict.Kept()));
        List<Snapshot> told = filter(saved, one -> !flow(flows, one).isOff() && !never.contains(one.key()));
        List<RecordKey> old = old(sorting, told); // what is new has no row in any queue
        if (!old.isEmpty()) {
            queue.requeue(company, old);
        }
        queue.queue(company, filter(told, one -> !flow(flows, one).needsApproval()), false, now);
        queue.queue(company, filter(told, one -> flow(flows, one).needsApproval()), true, now);
        if (!old.isEmpty()) {
            queue.takeBackWhatIsSynced(company, old).forEach(key -> sorting.judge(key, new Verdict.Unchanged()));
        }
    }

    private static List<RecordKey> old(Sorting sorting, List<Snapshot> snapshots) {
        return snapshots.stream()
                .map(Snapshot::key)
                .filter(key -> !sorting.isNew(key))
                .toList();
    }

    private void delete(CompanyId company, Sorting sorting, Map<String, Flow> flows, Instant now) {
        List<Change.Delete> deleted = sorting.deleted();
        Set<RecordKey> known = queue.knownToQuickBooks(company, keys(deleted));
        List<Change.Delete> removed = filter(
                deleted, one -> known.contains(one.key()) && flow(flows, one).removes());
        List<Change.Delete> dropped = filter(deleted, one -> !removed.contains(one));
        records.delete(company, keys(removed), true, now);
        records.delete(company, keys(dropped), false, now);
        queue.drop(company, keys(dropped));
        keys(dropped).forEach(key -> sorting.judge(key, new Verdict.Kept()));
        queue.remove(company, filter(removed, one -> !flow(flows, one).needsApproval()), false, now);
        queue.remove(company, filter(removed, one -> flow(flows, one).needsApproval()), true, now);
    }

    private static Flow flow(Map<String, Flow> flows, Snapshot snapshot) {
        return flows.getOrDefault(snapshot.key().type(), Flow.byItself(snapshot.type()));
    }

    private static Flow flow(Map<String, Flow> flows, Change change) {
        return flows.getOrDefault(change.type().name(), Flow.byItself(change.type()));
    }

    private static List<RecordKey> keys(Collection<Change.Delete> deletions) {
        return deletions.stream().map(Change::key).toList();
    }

    private static <T> List<T> filter(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).toList();
    }
}
