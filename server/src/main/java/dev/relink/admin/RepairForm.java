package dev.relink.admin;

import dev.relink.catalogue.RepairKind;
import dev.relink.entity.RecordKey;
import dev.relink.pending.WhenFound;
import dev.relink.repair.Repair;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/**
 * What was pressed, and for which records.
 *
 * @param all those that match {@link #filter}, whatever is ticked
 * @param isSure the dialog was answered
 * @param understood the warning of duplicates was ticked
 * @param never with Skip: not even when the app changes it
 * @param keep with Keep QuickBooks': in these fields only; empty = in all
 * @param typed the number of records, where so many are concerned that it must be typed
 */
record RepairForm(
        RepairKind kind,
        List<RecordKey> of,
        boolean all,
        ErrorFilter filter,
        boolean isSure,
        boolean understood,
        String typed,
        String whenMatchFound,
        String text,
        boolean never,
        Set<String> keep,
        String back) {

    private static final List<String> NONE = List.of("");

    /** Every field was unticked, which is no way to keep QuickBooks' values. */
    boolean keepsNothing() {
        return keep.contains("");
    }

    static RepairForm of(RepairKind kind, MultiValueMap<String, String> fields) {
        Map<String, String> single = fields.toSingleValueMap();
        String only = single.getOrDefault("only", "");
        List<String> ticked = only.isEmpty() ? fields.getOrDefault("of", List.of()) : List.of(only);
        return new RepairForm(
                kind,
                ticked.stream()
                        .filter(key -> key.indexOf('/') > 0)
                        .map(RepairForm::key)
                        .toList(),
                only.isEmpty() && single.containsKey("all"),
                ErrorFilter.of(single),
                single.containsKey("sure") || (kind == RepairKind.RELINK && single.containsKey("chosen")),
                single.containsKey("understood"),
                single.getOrDefault("typed", "").replaceAll("[,.\\s]", ""),
                single.getOrDefault("whenMatchFound", "relink"),
                text(single),
                single.containsKey("never"),
                Set.copyOf(fields.getOrDefault("keep", single.containsKey("differing") ? NONE : List.of())),
                single.getOrDefault("back", ""));
    }

    static RecordKey key(String typeAndId) {
        int slash = typeAndId.indexOf('/');
        return new RecordKey(typeAndId.substring(0, slash), typeAndId.substring(slash + 1));
    }

    /** The one field of the dialog: an ID typed by hand goes before the one that was chosen. */
    private static String text(Map<String, String> fields) {
        String typed = fields.getOrDefault("text", "").strip();
        return typed.isEmpty() ? fields.getOrDefault("chosen", "").strip() : typed;
    }

    Repair repair() {
        return switch (kind) {
            case CLEAR_ID -> new Repair.ClearId(whenFound());
            case RELINK -> isBulk() ? new Repair.RelinkToTwin() : new Repair.Relink(answer());
            case SEND_AGAIN -> new Repair.SendAgain();
            case SYNC_PARENT_FIRST -> new Repair.SyncParentFirst();
            case REACTIVATE -> new Repair.Reactivate();
            case RENAME -> new Repair.Rename(answer());
            case SKIP -> never ? new Repair.Never(reason()) : new Repair.Skip(reason());
            case KEEP_APP -> new Repair.KeepApp();
            case KEEP_QUICKBOOKS ->
                keep.isEmpty() || keepsNothing() ? new Repair.KeepQuickBooks() : new Repair.KeepFields(keep);
            case CREATE_NEW -> new Repair.CreateNew();
        };
    }

    private String reason() {
        return text.isEmpty() ? "Skipped without a reason" : text;
    }

    /** Many cannot share one ID: each goes to its own twin. */
    private boolean isBulk() {
        return text.isEmpty() && (all || of.size() > 1);
    }

    /** Nor can they share one name: each gets its own that is free. */
    boolean isRenameOfMany() {
        return kind == RepairKind.RENAME && isBulk();
    }

    /** Before the dialog is answered something stands in for the answer, so that the dry run judges the record only. */
    private String answer() {
        return isSure || !text.isEmpty() ? text : "?";
    }

    /** Whatever is not known is the one that makes no duplicate. */
    private WhenFound whenFound() {
        return Arrays.stream(WhenFound.values())
                .filter(choice -> choice.word().equals(whenMatchFound))
                .findFirst()
                .orElse(WhenFound.RELINK);
    }

    /** The same as before the dialog was answered. */
    RepairForm unanswered() {
        return new RepairForm(kind, of, all, filter, false, false, "", whenMatchFound, "", never, keep, back);
    }

    /** A page of this company, or its errors. */
    String backTo(Page page) {
        return back.startsWith(page.at("/")) ? back : page.at("/errors?" + filter.query());
    }
}
