package dev.relink.proof;

import java.util.List;
import java.util.Map;

/** Says whether the promise held: nothing lost, nothing twice, nothing stuck. */
final class Judge {

    private final World world;

    Judge(World world) {
        this.world = world;
    }

    /** What holds at any moment. */
    void now() {
        twins();
        long unresolved = count(
                "select count(*) from message_set where company_id = :company and kind = 'write' and state in ('out', 'in-doubt')");
        if (unresolved > 1) {
            throw new Violated("Two sets of writes are unresolved at once");
        }
    }

    /** @throws Violated when QuickBooks has two living entries for one record */
    void twins() {
        world.ledger.living().forEach((tag, entries) -> {
            if (entries.size() > 1) {
                throw new Violated("Doubled: " + tag + " lives as "
                        + entries.stream().map(Ledger.Entry::id).toList());
            }
        });
    }

    /** Whether something is to be sent or asked without anybody's doing. */
    boolean isMoving() {
        return !isStopped()
                && count(
                                "select count(*) from pending_sync where company_id = :company and state in ('waiting', 'in-flight', 'in-doubt')")
                        > 0;
    }

    boolean isStopped() {
        return count("select count(*) from connection where company_id = :company and state = 'stopped'") > 0;
    }

    /** After the last fault everything is done, or waits for a person and says why. */
    void nothingHangs() {
        if (isMoving()) {
            throw new Violated("Still moving long after the last fault: " + undone());
        }
        long silent = count("""
                select count(*) from pending_sync p
                 where p.company_id = :company and p.state = 'held'
                   and not exists (select 1 from sync_error e where e.company_id = p.company_id and e.type = p.type and e.record_id = p.record_id)
                """);
        if (silent > 0) {
            throw new Violated("Held, and nobody is told why: " + undone());
        }
    }

    boolean isAllDone() {
        return !isStopped() && count("select count(*) from pending_sync where company_id = :company") == 0;
    }

    String undone() {
        return String.join("; ", texts("""
                select p.type || ' ' || p.record_id || ' ' || p.operation || ' ' || p.mode || ' ' || p.state || coalesce(' on ' || p.waits_on_id, '')
                       || coalesce(': ' || e.code || ' ' || e.state || ' ' || e.message || ' ' || array_to_string(e.repairs, ','), '')
                  from pending_sync p left join sync_error e using (company_id, type, record_id)
                 where p.company_id = :company order by p.place
                """)) + (isStopped() ? " (stopped)" : "");
    }

    /** What must hold when all is done. */
    void atTheEnd() {
        twins();
        if (count(
                        "select count(*) from message_set where company_id = :company and kind = 'write' and state in ('out', 'in-doubt')")
                > 0) {
            throw new Violated("A set of writes is without an outcome");
        }
        othersFieldsStay();
        Map<String, List<Ledger.Entry>> living = world.ledger.living();
        for (TheApp.Made made : world.app.records()) {
            List<Ledger.Entry> entries = living.getOrDefault(made.tag(), List.of());
            if (made.deleted()) {
                rule(entries.isEmpty(), "Not removed: %s", made);
            } else {
                bound(made, entries);
            }
        }
    }

    private void othersFieldsStay() {
        world.others.forEach((id, written) -> {
            Map<String, String> fields = world.ledger.fields(id).orElse(Map.of());
            if (!fields.isEmpty() && !written.getValue().equals(fields.get(written.getKey()))) {
                throw new Violated("Overwritten: " + written.getKey() + " of " + id);
            }
        });
    }

    private void bound(TheApp.Made made, List<Ledger.Entry> entries) {
        String id = boundTo(made);
        rule(!id.isEmpty(), "Lost: %s is done and bound to nothing", made);
        Map<String, String> fields = world.ledger.fields(id).orElse(Map.of());
        if (fields.isEmpty() && (world.merged.contains(id) || world.restored || world.clockJumped)) {
            return; // found out when it is sent again
        }
        rule(!fields.isEmpty(), "Lost: %s is bound to what is not there", made);
        rule(entries.isEmpty() || entries.getFirst().id().equals(id), "Bound to another than its own: %s", made);
        String there = fields.getOrDefault(made.path(), "");
        rule(
                there.equals(made.text()) || world.touched.contains(id) || world.restored,
                "Lost: %s has '" + there + "' in the books",
                made);
    }

    String boundTo(TheApp.Made made) {
        return texts(
                        "select quickbooks_id from binding where company_id = :company and type = '%s' and record_id = '%s'"
                                .formatted(made.key().type(), made.key().id()))
                .stream()
                .findFirst()
                .orElse("");
    }

    private static void rule(boolean holds, String what, TheApp.Made made) {
        if (!holds) {
            throw new Violated(what.formatted(made.key() + " v" + made.version()));
        }
    }

    private long count(String sql) {
        return world.stage
                .eyes
                .sql(sql)
                .param("company", world.company.value())
                .query(Long.class)
                .single();
    }

    private List<String> texts(String sql) {
        return world.stage
                .eyes
                .sql(sql)
                .param("company", world.company.value())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
