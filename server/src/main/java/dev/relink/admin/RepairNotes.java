package dev.relink.admin;

import dev.relink.catalogue.RepairKind;
import dev.relink.repair.Repairs;
import java.util.List;

/** What a repair led to, in one sentence. */
final class RepairNotes {

    private RepairNotes() {}

    static Note of(Page page, RepairKind kind, List<Repairs.Verdict> verdicts) {
        List<Repairs.Verdict> accepted =
                verdicts.stream().filter(Repairs.Verdict::accepted).toList();
        List<Repairs.Verdict> refused =
                verdicts.stream().filter(verdict -> !verdict.accepted()).toList();
        if (accepted.isEmpty()) {
            return Note.refused("Nothing was changed. "
                    + (refused.isEmpty() ? "The records are not there any more." : why(refused)));
        }
        String done = did(kind, accepted.size());
        Note note = Note.done(refused.isEmpty() ? done : done + " " + why(refused));
        Long first = accepted.getFirst().repairId();
        return first == null ? note : note.withUndo(page.at("/repairs/" + first + "/undo"));
    }

    static String did(RepairKind kind, long n) {
        String records = n == 1 ? "1 record" : Times.grouped(n) + " records";
        return switch (kind) {
            case CLEAR_ID -> "ID cleared for " + records + ": looked up first at the next run.";
            case RELINK -> records + " relinked: checked in QuickBooks at the next run, then updated.";
            case SEND_AGAIN -> records + " sent again at the next run.";
            case SYNC_PARENT_FIRST -> records + ": what they belong to goes first at the next run.";
            case REACTIVATE -> records + " made active again in QuickBooks at the next run, then sent.";
            case RENAME -> records + " sent under the new name at the next run.";
            case SKIP -> records + " skipped until the app changes them.";
            case KEEP_APP -> records + ": the app's values are sent at the next run.";
            case KEEP_QUICKBOOKS -> records + ": QuickBooks' values stay.";
            case CREATE_NEW -> records + " created anew at the next run.";
        };
    }

    private static String why(List<Repairs.Verdict> refused) {
        String first = refused.getFirst().effect();
        return refused.size() == 1
                ? "One was not: " + first
                : Times.grouped(refused.size()) + " were not; the first: " + first;
    }

    static Note undone(List<Repairs.Verdict> verdicts) {
        long undone = verdicts.stream().filter(Repairs.Verdict::accepted).count();
        if (undone == verdicts.size() && undone > 0) {
            return Note.done((undone == 1 ? "1 record is" : Times.grouped(undone) + " records are") + " as before.");
        }
        String because = verdicts.stream()
                .filter(verdict -> !verdict.accepted())
                .map(Repairs.Verdict::effect)
                .findFirst()
                .orElse("It was undone already.");
        return Note.refused(
                (undone == 0 ? "Nothing was undone. " : Times.grouped(undone) + " undone, the others not. ") + because);
    }
}
