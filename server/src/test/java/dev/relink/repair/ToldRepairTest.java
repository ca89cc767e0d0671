package dev.relink.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.entity.RecordKey;
import dev.relink.pending.WhenFound;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ToldRepairTest {

    @Test
    void every_repair_is_kept_with_all_that_was_answered() {
        var hollis = new RecordKey("customer", "a/b");
        for (Repair repair : List.of(
                new Repair.ClearId(WhenFound.ASK),
                new Repair.SendAgain(),
                new Repair.Relink("8000-1"),
                new Repair.RelinkEach(Map.of(hollis, "8000-1")),
                new Repair.RelinkToTwin(),
                new Repair.SyncParentFirst(),
                new Repair.Skip("why"),
                new Repair.Never("why"),
                new Repair.Reactivate(),
                new Repair.Rename("Elm"),
                new Repair.RenameEach(Map.of(hollis, "Elm")),
                new Repair.KeepApp(),
                new Repair.KeepQuickBooks(),
                new Repair.KeepFields(Set.of("email")),
                new Repair.CreateNew())) {
            assertThat(ToldRepair.read(ToldRepair.json(repair))).isEqualTo(repair);
        }
    }
}
