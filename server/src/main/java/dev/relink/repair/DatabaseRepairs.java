package dev.relink.repair;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.history.History;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judges every record for itself, then does the repair to all accepted ones in one transaction with its audit rows. */
@Service
class DatabaseRepairs implements Repairs {

    private final Subjects subjects;
    private final Lookalikes lookalikes;
    private final Before before;
    private final Stands stands;
    private final Effects effects;
    private final History history;
    private final Clock clock;

    DatabaseRepairs(
            Subjects subjects,
            Lookalikes lookalikes,
            Before before,
            Stands stands,
            Effects effects,
            History history,
            Clock clock) {
        this.subjects = subjects;
        this.lookalikes = lookalikes;
        this.before = before;
        this.stands = stands;
        this.effects = effects;
        this.history = history;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Verdict> apply(CompanyId company, Repair repair, Collection<RecordKey> keys, By by, boolean dryRun) {
        if (!dryRun) {
            subjects.lock(company);
        }
        return judged(company, repair, keys, by, accepted -> !dryRun).verdicts();
    }

    @Override
    @Transactional
    public Applied applyConfirmed(
            CompanyId company, Repair repair, Collection<RecordKey> keys, By by, LongPredicate isConfirmed) {
        subjects.lock(company);
        return judged(company, repair, keys, by, isConfirmed);
    }

    private Applied judged(
            CompanyId company, Repair repair, Collection<RecordKey> keys, By by, LongPredicate isConfirmed) {
        List<Subject> all = found(company, repair, subjects.of(company, new LinkedHashSet<>(keys)));
        var accepted = new ArrayList<Subject>();
        var judgements = new ArrayList<Judgement>();
        for (Subject subject : all) {
            Judgement judgement = Rules.judge(repair, subject, by);
            judgements.add(judgement);
            if (judgement.accepted()) {
                accepted.add(subject);
            }
        }
        boolean isDone = isConfirmed.test(accepted.size());
        Map<RecordKey, Long> ids = !isDone || accepted.isEmpty() ? Map.of() : done(company, repair, accepted, by);
        var verdicts = new ArrayList<Verdict>();
        for (int i = 0; i < all.size(); i++) {
            Judgement judgement = judgements.get(i);
            Subject subject = all.get(i);
            verdicts.add(new Verdict(
                    subject.key(),
                    judgement.accepted(),
                    judgement.sentence(),
                    ids.get(subject.key()),
                    judgement.prospect(),
                    subject.lookalike()));
        }
        return new Applied(told(company, repair, verdicts), isDone);
    }

    /** Who was a moment late is told who did it already. */
    private List<Verdict> told(CompanyId company, Repair repair, List<Verdict> verdicts) {
        List<RecordKey> refused = verdicts.stream()
                .filter(verdict -> !verdict.accepted())
                .map(Verdict::key)
                .toList();
        Map<RecordKey, String> already = refused.isEmpty() ? Map.of() : before.already(company, repair, refused);
        return verdicts.stream()
                .map(verdict -> verdict.accepted() || !already.containsKey(verdict.key())
                        ? verdict
                        : verdict.saying("Refused: %s has done it already; it goes at the next run."
                                .formatted(already.get(verdict.key()))))
                .toList();
    }

    /** These look around first: every other repair names what it wants. */
    private List<Subject> found(CompanyId company, Repair repair, List<Subject> all) {
        List<RecordKey> sought = all.stream()
                .filter(subject -> looksAround(repair, subject))
                .map(Subject::key)
                .toList();
        if (sought.isEmpty()) {
            return all;
        }
        Map<RecordKey, Lookalike> found = lookalikes.of(company, sought);
        return all.stream()
                .map(subject -> subject.with(found.get(subject.key())))
                .toList();
    }

    private static boolean looksAround(Repair repair, Subject subject) {
        return repair instanceof Repair.ClearId
                || repair instanceof Repair.RelinkToTwin
                || repair instanceof Repair.Reactivate && subject.boundTo() == null;
    }

    /** What was seen to have a twin is bound to it; the run checks that it is still there. */
    private Map<RecordKey, Long> done(CompanyId company, Repair repair, List<Subject> accepted, By by) {
        Instant now = clock.instant();
        Map<Boolean, List<Subject>> byTwin =
                accepted.stream().collect(Collectors.partitioningBy(subject -> ClearIdRule.isRelink(repair, subject)));
        var ids = new HashMap<>(done(company, repair, byTwin.getOrDefault(false, List.of()), by, now));
        ids.putAll(done(company, new Repair.RelinkToTwin(), byTwin.getOrDefault(true, List.of()), by, now));
        return ids;
    }

    private Map<RecordKey, Long> done(CompanyId company, Repair repair, List<Subject> accepted, By by, Instant now) {
        if (accepted.isEmpty()) {
            return Map.of();
        }
        List<RecordKey> keys = accepted.stream().map(Subject::key).toList();
        Map<RecordKey, Long> ids = before.keep(company, repair, keys, by, now);
        effects.apply(company, repair, accepted, by.name(), now);
        stands.audit(company, ids.values(), by, now);
        history.add(
                company,
                accepted.stream()
                        .map(subject -> new History.Event(
                                subject.key(),
                                repair.word(),
                                by.name(),
                                Objects.requireNonNullElse(subject.code(), ""),
                                "",
                                Objects.requireNonNullElse(subject.boundTo(), ""),
                                null,
                                null))
                        .toList(),
                now);
        return ids;
    }

    @Override
    @Transactional
    public Verdict undo(CompanyId company, long repairId, By by) {
        return undo(company, List.of(repairId), by).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no repair %d".formatted(repairId)));
    }

    @Override
    @Transactional
    public List<Verdict> undo(CompanyId company, Collection<Long> repairIds, By by) {
        subjects.lock(company);
        List<Before.Done> all = before.of(company, repairIds);
        if (!by.admin() && !by.operator()) {
            return all.stream()
                    .map(done -> new Verdict(done.key(), false, "Refused: viewers cannot undo.", null))
                    .toList();
        }
        Set<Long> settled = before.settledSince(company, all);
        List<Before.Done> open = all.stream()
                .filter(done -> !done.undone() && !settled.contains(done.id()))
                .toList();
        if (!open.isEmpty()) {
            Instant now = clock.instant();
            stands.auditUndo(company, open.stream().map(Before.Done::id).toList(), by, now);
            before.restore(company, open, by.name(), now);
            history.add(
                    company,
                    open.stream()
                            .map(done -> new History.Event(
                                    done.key(), "undo " + done.repair(), by.name(), "", "", "", null, null))
                            .toList(),
                    now);
        }
        return all.stream().map(done -> undone(done, settled)).toList();
    }

    private static Verdict undone(Before.Done done, Set<Long> settled) {
        if (done.undone()) {
            return new Verdict(done.key(), false, "Refused: it was undone already.", null);
        }
        return settled.contains(done.id())
                ? new Verdict(
                        done.key(), false, "Refused: something was sent since, or another repair stands on it.", null)
                : new Verdict(done.key(), true, "As it was before " + done.repair() + ".", done.id());
    }
}
