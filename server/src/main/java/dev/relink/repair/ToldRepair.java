package dev.relink.repair;

import dev.relink.entity.RecordKey;
import dev.relink.pending.WhenFound;
import dev.relink.platform.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A repair as a press keeps it: all that was answered in its dialog.
 *
 * @param word of the repair; two repairs may share one
 * @param text reason, name or ID; null where there is none
 * @param each name or ID by type, slash, id
 */
record ToldRepair(
        String word,
        @Nullable String text,
        @Nullable Set<String> fields,
        @Nullable Map<String, String> each,
        boolean more) {

    static String json(Repair repair) {
        return Json.write(of(repair));
    }

    private static ToldRepair of(Repair repair) {
        String word = repair.word();
        return switch (repair) {
            case Repair.ClearId(WhenFound whenFound) -> with(word, whenFound.word());
            case Repair.Relink(String id) -> with(word, id);
            case Repair.RelinkEach(var ids) -> new ToldRepair(word, null, null, texts(ids), false);
            case Repair.RelinkToTwin _ -> new ToldRepair(word, null, null, null, true);
            case Repair.Skip(String reason) -> with(word, reason);
            case Repair.Never(String reason) -> with(word, reason);
            case Repair.Rename(String name) -> with(word, name);
            case Repair.RenameEach(var names) -> new ToldRepair(word, null, null, texts(names), false);
            case Repair.KeepFields(Set<String> fields) -> new ToldRepair(word, null, fields, null, false);
            case Repair.SendAgain _ -> with(word, null);
            case Repair.SyncParentFirst _ -> with(word, null);
            case Repair.Reactivate _ -> with(word, null);
            case Repair.KeepApp _ -> with(word, null);
            case Repair.KeepQuickBooks _ -> with(word, null);
            case Repair.CreateNew _ -> with(word, null);
        };
    }

    private static ToldRepair with(String word, @Nullable String text) {
        return new ToldRepair(word, text, null, null, false);
    }

    private static Map<String, String> texts(Map<RecordKey, String> each) {
        var texts = new TreeMap<String, String>();
        each.forEach((key, text) -> texts.put(key.type() + "/" + key.id(), text));
        return texts;
    }

    static Repair read(String json) {
        return Json.read(json, ToldRepair.class).repair();
    }

    private Repair repair() {
        return switch (word) {
            case "clear-id" -> new Repair.ClearId(WhenFound.of(told()));
            case "relink" ->
                more
                        ? new Repair.RelinkToTwin()
                        : each == null ? new Repair.Relink(told()) : new Repair.RelinkEach(keys(each));
            case "skip" -> new Repair.Skip(told());
            case "never" -> new Repair.Never(told());
            case "rename" -> each == null ? new Repair.Rename(told()) : new Repair.RenameEach(keys(each));
            case "keep-quickbooks" -> fields == null ? new Repair.KeepQuickBooks() : new Repair.KeepFields(fields);
            case "send-again" -> new Repair.SendAgain();
            case "sync-parent-first" -> new Repair.SyncParentFirst();
            case "reactivate" -> new Repair.Reactivate();
            case "keep-app" -> new Repair.KeepApp();
            case "create-new" -> new Repair.CreateNew();
            default -> throw new IllegalStateException("A press has the repair \"" + word + "\", which nobody knows");
        };
    }

    private String told() {
        return Objects.requireNonNull(text, word);
    }

    private static Map<RecordKey, String> keys(Map<String, String> each) {
        var keys = new HashMap<RecordKey, String>();
        each.forEach((key, text) -> {
            int slash = key.indexOf('/');
            keys.put(new RecordKey(key.substring(0, slash), key.substring(slash + 1)), text);
        });
        return keys;
    }
}
