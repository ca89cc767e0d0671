package dev.relink.admin;

import dev.relink.entity.RecordKey;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * Something that happened to a record.
 *
 * @param actor empty: Relink by itself
 * @param hasExchange what was sent and answered is kept
 */
public record HistoryLine(
        long id,
        Instant at,
        RecordKey key,
        String name,
        String outcome,
        String actor,
        String code,
        String message,
        String quickbooksId,
        boolean hasExchange) {

    /** Outcome word → what a person reads. The words are those of the cycle, of intake and of the repairs. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("created", "Created in QuickBooks"),
            Map.entry("updated", "Updated in QuickBooks"),
            Map.entry("voided", "Voided in QuickBooks"),
            Map.entry("deleted", "Deleted in QuickBooks"),
            Map.entry("made-inactive", "Made inactive in QuickBooks"),
            Map.entry("made-active", "Made active in QuickBooks"),
            Map.entry("failed", "Failed"),
            Map.entry("retry", "Failed, goes again by itself"),
            Map.entry("in-doubt", "Answer lost"),
            Map.entry("foreseen", "Not sent: refusal foreseen"),
            Map.entry("looked-up", "Looked up in QuickBooks"),
            Map.entry("relinked", "Relinked"),
            Map.entry("kept", "Link kept"),
            Map.entry("clear-id", "Clear ID"),
            Map.entry("relink", "Relink"),
            Map.entry("send-again", "Send again"),
            Map.entry("sync-parent-first", "Sync parent first"),
            Map.entry("reactivate", "Reactivate"),
            Map.entry("rename", "Rename"),
            Map.entry("skip", "Skip"),
            Map.entry("keep-app", "Keep app"),
            Map.entry("keep-quickbooks", "Keep QuickBooks"),
            Map.entry("never", "Never sent"),
            Map.entry("create-new", "Create new"),
            Map.entry("approve", "Approved"));

    /** What it was; of a word that is not known, the word itself. */
    public String words() {
        return words(outcome);
    }

    static String words(String outcome) {
        if (outcome.startsWith("undo ")) {
            return "Undo of " + words(outcome.substring("undo ".length()));
        }
        return WORDS.getOrDefault(outcome, outcome);
    }

    /** Act word → what somebody did, before the name of the record. */
    private static final Map<String, String> DID = Map.ofEntries(
            Map.entry("clear-id", "cleared the ID of"),
            Map.entry("relink", "relinked"),
            Map.entry("send-again", "sent again"),
            Map.entry("sync-parent-first", "sent what it belongs to before"),
            Map.entry("reactivate", "made active again"),
            Map.entry("rename", "renamed"),
            Map.entry("skip", "skipped"),
            Map.entry("keep-app", "kept the app's values of"),
            Map.entry("keep-quickbooks", "kept QuickBooks' values of"),
            Map.entry("never", "will never send"),
            Map.entry("create-new", "created anew"),
            Map.entry("approve", "approved"),
            Map.entry("hold", "held back"),
            Map.entry("clear", "cleared from the list"));

    /** "Jan Kowalski skipped …", "Jan Kowalski took back Skip of …" */
    static String did(String act) {
        if (act.startsWith("undo ")) {
            return "took back “" + words(act.substring("undo ".length())) + "” of";
        }
        return DID.getOrDefault(act, words(act).toLowerCase(Locale.ROOT));
    }

    public Tone tone() {
        return tone(outcome);
    }

    static Tone tone(String outcome) {
        return switch (outcome) {
            case "failed" -> Tone.ERROR;
            case "in-doubt" -> Tone.DOUBT;
            case "created", "updated", "voided", "deleted", "made-inactive", "made-active", "relinked", "kept" ->
                Tone.OK;
            case "skip" -> Tone.OFF;
            default -> Tone.WAIT;
        };
    }

    public String icon() {
        return icon(outcome);
    }

    static String icon(String outcome) {
        return switch (outcome) {
            case "failed" -> "alert-circle";
            case "retry" -> "refresh";
            case "in-doubt" -> "help-hexagon";
            case "foreseen" -> "clock";
            case "looked-up" -> "search";
            case "relinked", "relink" -> "link-plus";
            case "kept" -> "link";
            case "clear-id" -> "eraser";
            case "send-again", "keep-app" -> "send";
            case "sync-parent-first" -> "hierarchy-2";
            case "rename" -> "pencil";
            case "skip" -> "player-skip-forward";
            case "approve" -> "user-check";
            case "create-new" -> "plus";
            default -> outcome.startsWith("undo") ? "arrow-back-up" : "circle-check";
        };
    }

    public Kind kind() {
        return Kind.of(key.type());
    }
}
