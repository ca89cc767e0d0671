package dev.relink.admin;

import static dev.relink.catalogue.RepairKind.CLEAR_ID;
import static dev.relink.catalogue.RepairKind.CREATE_NEW;
import static dev.relink.catalogue.RepairKind.KEEP_APP;
import static dev.relink.catalogue.RepairKind.KEEP_QUICKBOOKS;
import static dev.relink.catalogue.RepairKind.REACTIVATE;
import static dev.relink.catalogue.RepairKind.RENAME;
import static dev.relink.catalogue.RepairKind.SEND_AGAIN;
import static dev.relink.catalogue.RepairKind.SKIP;
import static dev.relink.catalogue.RepairKind.SYNC_PARENT_FIRST;

import dev.relink.catalogue.RepairKind;
import java.util.List;
import java.util.Map;

/**
 * A repair in the browser: what is answered, and what comes of it.
 *
 * @param answer what the dialog is told beside the yes
 * @param single what stands in the database then
 * @param bulk the same of each of many; {@code #} is the record's last word
 */
record RepairStory(RepairKind kind, Map<String, String> answer, String single, String bulk) {

    static final List<RepairStory> ALL = List.of(
            same(SEND_AGAIN, Map.of(), "waiting send save relink bound desktop:3100"),
            same(
                    CLEAR_ID,
                    Map.of("[name=understood]", "yes"),
                    "waiting find-or-create save relink looks for OLD unbound"),
            new RepairStory(
                    RepairKind.RELINK,
                    Map.of(),
                    "waiting check-binding save relink looks for TWIN-relink-one unbound",
                    "waiting check-binding save relink looks for TWIN-relink-# unbound"),
            same(SYNC_PARENT_FIRST, Map.of(), "waiting-on-parent send save relink unbound desktop:3100"),
            same(REACTIVATE, Map.of(), "waiting send reactivate relink bound desktop:3100"),
            new RepairStory(
                    RENAME,
                    Map.of("#text", "Elm & Sons"),
                    "waiting send save relink as Elm & Sons unbound desktop:3100",
                    "waiting send save relink as rename # (rename-#) unbound desktop:3100"),
            same(SKIP, Map.of("#text", "A test record"), "nothing skipped: A test record unbound"),
            same(KEEP_APP, Map.of(), "waiting send save relink bound desktop:3200"),
            new RepairStory(
                    KEEP_QUICKBOOKS,
                    Map.of("[value=email]", "no"),
                    "waiting send save relink merged bound desktop:3200",
                    "waiting send save relink merged bound desktop:3200"),
            same(CREATE_NEW, Map.of("#typed", "create"), "waiting send save create generation 2 unbound"));

    private static RepairStory same(RepairKind kind, Map<String, String> answer, String after) {
        return new RepairStory(kind, answer, after, after);
    }

    /** Of many: each gets a name of its own, and fields are ticked instead of unticked. */
    Map<String, String> answerOfMany() {
        return switch (kind) {
            case RENAME -> Map.of();
            case KEEP_QUICKBOOKS -> Map.of("[value=email]", "yes");
            default -> answer;
        };
    }
}
