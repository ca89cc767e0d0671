package dev.relink.repair;

import dev.relink.pending.WhenFound;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Clear ID comes to for one record. Never blind: at the run it is looked up before anything is created. */
public final class ClearIdRule {

    private ClearIdRule() {}

    /**
     * The same answer for a page's rows as for the act itself.
     *
     * @param unsettled something of it is out, or in doubt
     * @param boundTo ListID or TxnID; null when not bound
     * @param code of its sync error; null when there is none
     * @param offered the repairs that the catalogue offers for that error
     * @param answeredSince the old ID was read in QuickBooks after the error came up
     * @return why its ID cannot be cleared and what to do instead; null when it can
     */
    public static @Nullable String whyNot(
            boolean unsettled,
            @Nullable String boundTo,
            @Nullable String code,
            List<String> offered,
            boolean answeredSince) {
        if (unsettled) {
            return "the answer to its last write is not known yet. It is looked up first at the next run.";
        }
        if (boundTo == null) {
            return "it is not linked to anything, so there is no ID to clear." + instead(offered);
        }
        if (code != null && !offered.contains("clear-id")) {
            return "%s is no broken link; clearing the ID would not help.".formatted(code) + instead(offered);
        }
        return answeredSince ? "still in QuickBooks under its old ID %s. Use Send again.".formatted(boundTo) : null;
    }

    static Judgement judge(WhenFound whenFound, Subject subject) {
        String whyNot = whyNot(
                subject.isUnsettled(), subject.boundTo(), subject.code(), subject.offered(), subject.answeredSince());
        if (whyNot != null) {
            return Judgement.no("Refused: " + whyNot).with(prospect(subject));
        }
        if (subject.lookalike() != null) {
            return twin(whenFound, subject, subject.lookalike()).with(Prospect.LIKELY_TWIN);
        }
        return subject.dead()
                ? Judgement.yes("Looked up once more, then created." + waiting(subject))
                        .with(Prospect.GONE)
                : Judgement.yes("Looked up first at the next run; " + then(whenFound) + waiting(subject))
                        .with(Prospect.NOT_CHECKED);
    }

    private static Prospect prospect(Subject refused) {
        if (refused.isUnsettled()) {
            return Prospect.IN_DOUBT;
        }
        boolean isDeadLink = refused.boundTo() != null
                && (refused.code() == null || refused.offered().contains("clear-id"));
        return isDeadLink ? Prospect.STILL_THERE : Prospect.NO_DEAD_LINK;
    }

    /** Whether the record is bound to the twin that was seen, instead of being sought again. */
    static boolean isRelink(Repair repair, Subject subject) {
        return repair instanceof Repair.ClearId(var whenFound)
                && whenFound == WhenFound.RELINK
                && subject.lookalike() != null;
    }

    private static Judgement twin(WhenFound whenFound, Subject subject, Lookalike twin) {
        return switch (whenFound) {
            case RELINK -> Judgement.yes("Relinked to %s, then updated.".formatted(twin.name()) + waiting(subject));
            case ASK ->
                Judgement.no("Refused: QuickBooks has %s, which is likely the same. Relink to it, or create it anyway."
                        .formatted(twin.name()));
            case CREATE ->
                Judgement.yes(
                        "Created although %s is there: a duplicate of it.".formatted(twin.name()) + waiting(subject));
        };
    }

    private static String then(WhenFound whenFound) {
        return "if its old ID answers the link is kept and nothing is created; otherwise it is "
                + switch (whenFound) {
                    case RELINK -> "relinked if something like it is there, created if not.";
                    case ASK -> "created if nothing like it is there, and else you are asked.";
                    case CREATE -> "created even if something like it is there.";
                };
    }

    private static String instead(List<String> offered) {
        if (offered.contains("relink") && offered.contains("rename")) {
            return " Relink or Rename.";
        }
        return offered.contains("send-again") ? " Mend the cause, then Send again." : "";
    }

    private static String waiting(Subject subject) {
        return switch (subject.waiting()) {
            case 0 -> "";
            case 1 -> " 1 that waits on it follows.";
            default -> " %d that wait on it follow.".formatted(subject.waiting());
        };
    }
}
