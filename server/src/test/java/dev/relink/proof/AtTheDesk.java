package dev.relink.proof;

import dev.relink.connection.Connections;
import dev.relink.entity.RecordKey;
import dev.relink.pending.WhenFound;
import dev.relink.repair.Repair;
import dev.relink.repair.Repairs;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The people at Relink's pages: first they press what they like, in the end they decide with care what is held. */
final class AtTheDesk {

    private static final Repairs.By PRIYA = new Repairs.By("Priya Nair", true, true);

    private final World world;

    AtTheDesk(World world) {
        this.world = world;
    }

    /** An error as the page shows it. */
    record Shown(RecordKey key, String code, List<String> offered, String boundTo) {}

    /** Somebody presses something. */
    void acts() {
        TheApp.Made made = world.dice.of(world.app.records());
        press(
                made.key(),
                switch (world.dice.below(6)) {
                    case 0, 1, 2 -> new Repair.ClearId(world.dice.of(WhenFound.RELINK, WhenFound.ASK));
                    case 3 -> new Repair.SyncParentFirst();
                    case 4 -> new Repair.KeepApp();
                    default -> new Repair.SendAgain();
                });
        if (world.dice.oneIn(4)) {
            undo();
        }
    }

    /** Somebody who knows the books decides all that is held. */
    void decides(int round) {
        if (world.judge.isStopped()) {
            world.trace.add("somebody confirms the company file");
            new Connections(world.stage.eyes).resume(world.company);
            return;
        }
        for (Shown shown : shown()) {
            Repair best = best(shown, round);
            if (best != null) {
                press(shown.key(), best);
            }
        }
    }

    private @Nullable Repair best(Shown shown, int round) {
        String itsOwn = world.ledger.of(world.app.record(shown.key()).tag()).stream()
                .map(Ledger.Entry::id)
                .findFirst()
                .orElse("");
        List<String> offered = shown.offered();
        if (offered.contains("relink") && !itsOwn.isEmpty() && !itsOwn.equals(shown.boundTo())) {
            return new Repair.Relink(itsOwn);
        }
        if (offered.contains("keep-app")) {
            return new Repair.KeepApp();
        }
        if (offered.contains("reactivate")) {
            return new Repair.Reactivate();
        }
        if (offered.contains("create-new") && itsOwn.isEmpty() && !shown.code().endsWith("3100")) {
            return new Repair.CreateNew();
        }
        if (offered.contains("clear-id") && itsOwn.isEmpty() && !shown.boundTo().isEmpty()) {
            return new Repair.ClearId(WhenFound.RELINK);
        }
        if (offered.contains("rename")) {
            return new Repair.Rename("Mended %s %d".formatted(shown.key().id(), round));
        }
        if (offered.contains("sync-parent-first") && round % 2 == 0) {
            return new Repair.SyncParentFirst();
        }
        return offered.contains("send-again") ? new Repair.SendAgain() : null;
    }

    private List<Shown> shown() {
        return world.stage
                .eyes
                .sql("""
                        select e.type, e.record_id, e.code, array_to_string(e.repairs, ','), coalesce(b.quickbooks_id, '')
                          from sync_error e left join binding b using (company_id, type, record_id)
                         where e.company_id = :company order by e.type, e.record_id
                        """)
                .param("company", world.company.value())
                .query((row, n) -> new Shown(
                        new RecordKey(row.getString(1), row.getString(2)),
                        row.getString(3),
                        List.of(row.getString(4).split(",")),
                        row.getString(5)))
                .list();
    }

    private void press(RecordKey key, Repair repair) {
        List<Repairs.Verdict> verdicts = Objects.requireNonNull(world.stage.transactions.execute(
                _ -> world.stage.repairs.apply(world.company, repair, List.of(key), PRIYA, false)));
        world.trace.add(
                "desk %s %s: %s",
                repair.word(),
                key,
                verdicts.stream().map(Repairs.Verdict::effect).toList());
    }

    private void undo() {
        Long last = world.stage
                .eyes
                .sql("select max(id) from repair where company_id = :company")
                .param("company", world.company.value())
                .query(Long.class)
                .optional()
                .orElse(null);
        if (last != null) {
            world.stage.transactions.executeWithoutResult(_ -> world.trace.add(
                    "desk takes back: %s",
                    world.stage.repairs.undo(world.company, last, PRIYA).effect()));
        }
    }
}
