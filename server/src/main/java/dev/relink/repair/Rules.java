package dev.relink.repair;

import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.NameLimits;
import java.util.stream.Collectors;

/** Which repair may be done to which record: one case per repair. */
final class Rules {

    private Rules() {}

    static Judgement judge(Repair repair, Subject subject, Repairs.By by) {
        if (!mayDo(repair, by)) {
            return Judgement.no(
                            needsAdmin(repair)
                                    ? "Refused: only an administrator may do this."
                                    : "Refused: viewers cannot repair; ask an operator or an administrator.")
                    .with(Prospect.NOT_ALLOWED);
        }
        if (subject.isUnsettled() && !(repair instanceof Repair.ClearId)) {
            return Judgement.UNSETTLED;
        }
        return switch (repair) {
            case Repair.ClearId(var whenFound) -> ClearIdRule.judge(whenFound, subject);
            case Repair.SendAgain _ ->
                subject.code() == null
                        ? Judgement.no("Refused: it has no error; it goes by itself.")
                        : offered(subject, repair, "Sent again at the next run.");
            case Repair.Relink relink -> relink(relink, subject);
            case Repair.RelinkEach(var ids) -> relink(new Repair.Relink(ids.getOrDefault(subject.key(), "")), subject);
            case Repair.RelinkToTwin _ ->
                subject.lookalike() == null
                        ? Judgement.no("Refused: QuickBooks has nothing like it.")
                        : relink(new Repair.Relink(subject.lookalike().quickbooksId()), subject);
            case Repair.SyncParentFirst _ -> parentFirst(repair, subject);
            case Repair.Skip _ ->
                subject.pendingState() == null
                        ? Judgement.no("Refused: nothing is pending for it.")
                        : Judgement.yes("Not sent until the app changes it.");
            case Repair.Never _ ->
                subject.pendingState() == null
                        ? Judgement.no("Refused: nothing is pending for it.")
                        : Judgement.yes("Not sent whatever the app changes, until you undo it.");
            case Repair.Reactivate _ -> offered(subject, repair, "Made active again in QuickBooks, then sent.");
            case Repair.Rename rename -> rename(rename, subject);
            case Repair.RenameEach(var names) ->
                rename(new Repair.Rename(names.getOrDefault(subject.key(), "")), subject);
            case Repair.KeepApp _ -> offered(subject, repair, "The app's values are sent at the next run.");
            case Repair.KeepQuickBooks _ ->
                offered(subject, repair, "QuickBooks' values stay; nothing is sent until the app changes it again.");
            case Repair.KeepFields keep -> keepFields(keep, subject);
            case Repair.CreateNew _ ->
                offered(subject, repair, "Created anew at the next run, whatever is there already.");
        };
    }

    static boolean needsAdmin(Repair repair) {
        return repair instanceof Repair.ClearId || repair instanceof Repair.CreateNew;
    }

    private static boolean mayDo(Repair repair, Repairs.By by) {
        return needsAdmin(repair) ? by.admin() : by.admin() || by.operator();
    }

    /** A parent that a person must decide about is not sent by way of its child. */
    private static Judgement parentFirst(Repair repair, Subject subject) {
        if (subject.stuckParent() != null) {
            return Judgement.no(
                    "Refused: %s is held until somebody decides about it. Mend that first; this follows by itself."
                            .formatted(subject.stuckParent()));
        }
        String effect = "What it belongs to is sent first, then this, in the same run.";
        return subject.code() == null && "waiting-on-parent".equals(subject.pendingState())
                ? Judgement.yes(effect)
                : offered(subject, repair, effect);
    }

    private static Judgement relink(Repair.Relink relink, Subject subject) {
        if (relink.quickbooksId().isBlank() || relink.quickbooksId().length() > 36) {
            return Judgement.no(
                    "Refused: \"%s\" is no QuickBooks ID: 1 to 36 characters.".formatted(relink.quickbooksId()));
        }
        return Judgement.yes("Bound to %s if QuickBooks knows it, then updated.".formatted(relink.quickbooksId()));
    }

    private static Judgement rename(Repair.Rename rename, Subject subject) {
        String whyNot =
                NameLimits.whyNot(EntityTypes.require(subject.key().type()), rename.name(), subject.quickbooks());
        if (whyNot != null) {
            return Judgement.no("Refused: " + whyNot);
        }
        return offered(subject, rename, "Sent under the name “%s”.".formatted(rename.name()));
    }

    private static Judgement offered(Subject subject, Repair repair, String effect) {
        if (subject.code() == null) {
            return Judgement.no("Refused: it has no error.");
        }
        return subject.isOffered(repair)
                ? Judgement.yes(effect)
                : Judgement.no("Refused: that does not help with %s.".formatted(subject.code()));
    }

    private static Judgement keepFields(Repair.KeepFields keep, Subject subject) {
        EntityType type = EntityTypes.require(subject.key().type());
        String unknown = keep.fromQuickBooks().stream()
                .filter(field -> type.field(field) == null)
                .findFirst()
                .orElse(null);
        if (unknown != null) {
            return Judgement.no("Refused: a %s has no field “%s”.".formatted(type.name(), unknown));
        }
        if (keep.fromQuickBooks().isEmpty()) {
            return Judgement.no("Refused: no field is named; Keep the app's sends them all.");
        }
        if (!subject.read()) {
            return Judgement.no(
                    "Refused: QuickBooks' values were not read yet. Keep one side whole, or wait for the run.");
        }
        return offered(
                subject,
                keep,
                "QuickBooks' values stay in %s; the app's others are sent at the next run."
                        .formatted(keep.fromQuickBooks().stream().sorted().collect(Collectors.joining(", "))));
    }
}
