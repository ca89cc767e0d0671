package dev.relink.intake;

import dev.relink.entity.Problem;
import dev.relink.entity.RecordKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which changes of a batch count, decided in their order. The last word on a record wins. Pure. */
final class Sorting {

    private final Map<RecordKey, JdbcRecords.Stored> stored;
    private final Hierarchy hierarchy;

    private final List<Verdict> verdicts = new ArrayList<>();
    private final Map<RecordKey, Integer> lastWord = new LinkedHashMap<>();
    private final Map<RecordKey, Snapshot> saved = new LinkedHashMap<>();
    private final Map<RecordKey, Change.Delete> deleted = new LinkedHashMap<>();

    Sorting(Map<RecordKey, JdbcRecords.Stored> stored, Hierarchy hierarchy) {
        this.stored = stored;
        this.hierarchy = hierarchy;
    }

    Sorting all(List<Change> changes) {
        changes.forEach(this::take);
        return this;
    }

    private void take(Change change) {
        RecordKey key = change.key();
        verdicts.add(
                switch (change) {
                    case Change.Put put -> save(key, Snapshot.of(put));
                    case Change.Delete deletion -> delete(key, deletion);
                });
    }

    private Verdict save(RecordKey key, Snapshot snapshot) {
        Optional<Problem> problem = hierarchy.place(key, snapshot.above());
        if (problem.isPresent()) {
            return new Verdict.Refused(List.of(problem.get()));
        }
        lastWord.put(key, verdicts.size());
        deleted.remove(key);
        if (isStored(key, snapshot)) {
            saved.remove(key);
            return new Verdict.Unchanged();
        }
        saved.put(key, snapshot);
        return new Verdict.Pending();
    }

    private boolean isStored(RecordKey key, Snapshot snapshot) {
        JdbcRecords.Stored before = stored.get(key);
        return before != null && !before.deleted() && Arrays.equals(before.hash(), snapshot.hash());
    }

    private Verdict delete(RecordKey key, Change.Delete deletion) {
        JdbcRecords.Stored before = stored.get(key);
        boolean isNew = before == null && saved.remove(key) != null;
        if (before == null) {
            return isNew ? new Verdict.Kept() : new Verdict.NoSuchRecord();
        }
        lastWord.put(key, verdicts.size());
        saved.remove(key);
        if (before.deleted()) {
            return new Verdict.Unchanged();
        }
        deleted.put(key, deletion);
        return new Verdict.Pending();
    }

    boolean isNew(RecordKey key) {
        return !stored.containsKey(key);
    }

    List<Snapshot> saved() {
        return List.copyOf(saved.values());
    }

    List<Change.Delete> deleted() {
        return List.copyOf(deleted.values());
    }

    /** Changes the verdict on the last word about a record. */
    void judge(RecordKey key, Verdict verdict) {
        verdicts.set(lastWord.getOrDefault(key, -1), verdict);
    }

    List<Verdict> verdicts() {
        return List.copyOf(verdicts);
    }
}
