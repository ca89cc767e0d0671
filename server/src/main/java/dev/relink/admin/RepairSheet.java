package dev.relink.admin;

import dev.relink.catalogue.RepairKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The dialog before a repair.
 *
 * @param judged those that are shown; the first of all
 * @param accepted of all, also of those not shown
 * @param waiting how many records wait on the accepted ones
 * @param fields what the dialog's form repeats
 * @param candidates for Relink: what QuickBooks has like the record
 */
public record RepairSheet(
        RepairKind kind,
        List<Judged> judged,
        long all,
        long accepted,
        long waiting,
        List<Map.Entry<String, String>> fields,
        List<Candidate> candidates,
        String back) {

    /** What QuickBooks has like the record. */
    public record Candidate(String quickbooksId, String name, String why) {}

    public String title() {
        String what = RepairButton.of(kind, null, "").label();
        if (all == 1) {
            ErrorLine line = judged.getFirst().line();
            return switch (kind) {
                case CLEAR_ID -> "Clear ID of " + called(line);
                case CREATE_NEW -> "Create " + called(line) + " anew";
                default -> what + " " + called(line);
            };
        }
        String some = accepted == all ? Times.grouped(all) : Times.grouped(accepted) + " of " + Times.grouped(all);
        return what + (kind == RepairKind.CLEAR_ID ? " for " : " ") + some + " records";
    }

    private static String called(ErrorLine line) {
        return line.kind().inSentence() + " " + line.name();
    }

    public ErrorLine one() {
        return judged.getFirst().line();
    }

    public String intro() {
        return accepted == 0
                ? "Nothing can be done here, for the reasons below. Nothing has changed."
                : "Nothing has changed yet.";
    }

    /** How many of those shown stand so. */
    public long count(Judged.Standing standing) {
        return judged.stream().filter(one -> one.standing() == standing).count();
    }

    public long refused() {
        return all - accepted;
    }

    public boolean isPart() {
        return judged.size() < all;
    }

    public List<Judged.Standing> standings() {
        return Arrays.stream(Judged.Standing.values())
                .filter(standing -> List.of(Judged.Standing.TWIN, Judged.Standing.GONE, Judged.Standing.NOT_CHECKED)
                        .contains(standing))
                .toList();
    }

    public String confirm() {
        String what = RepairButton.of(kind, null, "").label();
        return kind == RepairKind.CLEAR_ID
                ? what + " for " + (accepted == 1 ? "1 record" : Times.grouped(accepted) + " records")
                : accepted > 1 ? what + " " + Times.grouped(accepted) : what;
    }

    public boolean isClearId() {
        return kind == RepairKind.CLEAR_ID;
    }

    public String icon() {
        return RepairButton.icon(kind);
    }
}
