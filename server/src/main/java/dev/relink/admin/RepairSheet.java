package dev.relink.admin;

import dev.relink.catalogue.RepairKind;
import dev.relink.entity.Difference;
import dev.relink.repair.Repairs;
import java.util.List;
import java.util.Map;

/**
 * The dialog before a repair.
 *
 * @param judged those that are shown; the first of all
 * @param totals of all, also of those not shown
 * @param waiting how many records wait on the accepted ones
 * @param fields what the dialog's form repeats
 * @param missing what the dialog's answer lacked; empty when it was not answered yet
 * @param candidates for Relink: what QuickBooks has like the record
 * @param differing for Keep QuickBooks' of many: in which fields the sides differ
 * @param answer what was typed already
 * @param admins whom to ask, where the repair is not this reader's; empty where it is
 */
public record RepairSheet(
        RepairKind kind,
        List<Judged> judged,
        Repairs.Totals totals,
        long waiting,
        List<Map.Entry<String, String>> fields,
        List<Candidate> candidates,
        List<Differing> differingIn,
        String back,
        LinkRow link,
        String missing,
        String answer,
        List<String> admins) {

    /** From so many records on their number must be typed. */
    static final int TYPED_FROM = 100;

    /** What QuickBooks has like the record. */
    public record Candidate(String quickbooksId, String name, String why) {}

    /** A field in which the two sides of so many records differ. */
    public record Differing(String field, long records) {

        public String label() {
            return RecordFields.label(field);
        }

        public String told() {
            return "differs in " + (records == 1 ? "1 record" : Times.grouped(records) + " records");
        }
    }

    public String title() {
        String what = RepairButton.of(kind, null, "").label();
        if (all() == 1) {
            ErrorLine line = judged.getFirst().line();
            return switch (kind) {
                case CLEAR_ID -> "Clear ID of " + called(line);
                case CREATE_NEW -> "Create " + called(line) + " anew";
                case KEEP_QUICKBOOKS -> "Keep QuickBooks’ values of " + called(line);
                case KEEP_APP -> "Keep the app’s values of " + called(line);
                default -> what + " " + called(line);
            };
        }
        String some = refused() == 0 ? Times.grouped(all()) : Times.grouped(accepted()) + " of " + Times.grouped(all());
        return switch (kind) {
                    case CLEAR_ID -> what + " for ";
                    case KEEP_QUICKBOOKS -> "Keep QuickBooks’ values of ";
                    case KEEP_APP -> "Keep the app’s values of ";
                    case CREATE_NEW -> "Create anew ";
                    default -> what + " ";
                }
                + some + " records";
    }

    private static String called(ErrorLine line) {
        return line.kind().inSentence() + " " + line.name();
    }

    public ErrorLine one() {
        return judged.getFirst().line();
    }

    public String intro() {
        return accepted() == 0
                ? "Nothing can be done here, for the reasons below. Nothing has changed."
                : "Nothing has changed yet.";
    }

    public long all() {
        return totals.accepted() + totals.refused();
    }

    public long accepted() {
        return totals.accepted();
    }

    public long refused() {
        return totals.refused();
    }

    public boolean mustType() {
        return accepted() >= TYPED_FROM;
    }

    public boolean isPart() {
        return judged.size() < all();
    }

    public String confirm() {
        String what = RepairButton.of(kind, null, "").label();
        return kind == RepairKind.CLEAR_ID
                ? what + " for " + (accepted() == 1 ? "1 record" : Times.grouped(accepted()) + " records")
                : accepted() > 1 ? what + " " + Times.grouped(accepted()) : what;
    }

    /** A verdict for each; one alone is told in a sentence, but for Clear ID. */
    public boolean isTable() {
        return isClearId() || all() > 1;
    }

    /** Preset in the list: what is likely the same. */
    public boolean isTwin(Candidate candidate) {
        var twin = one().lookalike();
        return twin != null && twin.quickbooksId().equals(candidate.quickbooksId());
    }

    public String suggestedName() {
        return answer.isEmpty() ? Advice.freeName(one()) : answer;
    }

    /** Top fields in which both sides are not the same: QuickBooks' or the app's may be kept in each. */
    public List<Difference> differing() {
        return one().found().stream()
                .flatMap(match -> match.differs().stream())
                .filter(difference -> difference.pointer().indexOf('/', 1) < 0)
                .toList();
    }

    /** Whether the next run has something to send of it. */
    public boolean isSent() {
        return kind != RepairKind.SKIP
                && (kind != RepairKind.KEEP_QUICKBOOKS || !(isOne() ? differing() : differingIn).isEmpty());
    }

    /** How such a button is called in the dialog: what is kept is chosen there. */
    public boolean isKeep() {
        return kind == RepairKind.KEEP_QUICKBOOKS;
    }

    public boolean isClearId() {
        return kind == RepairKind.CLEAR_ID;
    }

    /** These ask for something beside the yes, once for all that are ticked. */
    public boolean isOne() {
        return all() == 1;
    }

    public String icon() {
        return RepairButton.icon(kind);
    }
}
