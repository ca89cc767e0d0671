package dev.relink.admin;

import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.RepairKind;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A repair as a button. */
public record RepairButton(RepairKind kind, String label) {

    static RepairButton of(RepairKind kind, @Nullable Decoded decoded, String type) {
        return new RepairButton(
                kind, kind == RepairKind.SYNC_PARENT_FIRST ? "Sync " + parent(decoded, type) + " first" : kind.label());
    }

    /** What the message names, or else what such a record belongs to. */
    private static String parent(@Nullable Decoded decoded, String type) {
        String named = decoded == null
                ? ""
                : decoded.facts().getOrDefault("referenceType", "").toLowerCase(Locale.ROOT);
        if (EntityTypes.of(named).filter(EntityType::isSendable).isPresent()) {
            return named;
        }
        return EntityTypes.of(type)
                .flatMap(known -> List.of("customer", "vendor").stream()
                        .filter(field -> known.field(field) != null)
                        .findFirst())
                .orElse("parent");
    }

    public String word() {
        return kind.word();
    }

    public boolean forAdmins() {
        return kind == RepairKind.CLEAR_ID || kind == RepairKind.CREATE_NEW;
    }

    /** Where it is pressed: of Clear ID others than administrators see what it would do, and whom to ask. */
    public String address(Page page) {
        boolean isLook = kind == RepairKind.CLEAR_ID && !page.mayAdmin();
        return page.at("/errors/" + word() + (isLook ? "/look" : ""));
    }

    /** Those of a bar that stand behind “More”: rarer, or each needs a word of its own when done singly. */
    static List<RepairButton> rarer(Page page) {
        return Stream.of(
                        RepairKind.RENAME,
                        RepairKind.SYNC_PARENT_FIRST,
                        RepairKind.REACTIVATE,
                        RepairKind.KEEP_APP,
                        RepairKind.KEEP_QUICKBOOKS,
                        RepairKind.CREATE_NEW)
                .map(kind -> new RepairButton(kind, kind.label()))
                .filter(button -> page.mayAdmin() || !button.forAdmins())
                .toList();
    }

    /** Whether a dialog comes first; the others are done at once. */
    public boolean asks() {
        return asks(kind);
    }

    static boolean asks(RepairKind kind) {
        return switch (kind) {
            case CLEAR_ID, RELINK, RENAME, SKIP, KEEP_QUICKBOOKS, CREATE_NEW -> true;
            case SEND_AGAIN, SYNC_PARENT_FIRST, REACTIVATE, KEEP_APP -> false;
        };
    }

    public String icon() {
        return icon(kind);
    }

    static String icon(RepairKind kind) {
        return switch (kind) {
            case CLEAR_ID -> "eraser";
            case RELINK -> "link-plus";
            case SEND_AGAIN, KEEP_APP -> "send";
            case SYNC_PARENT_FIRST -> "hierarchy-2";
            case REACTIVATE -> "player-play";
            case RENAME -> "pencil";
            case SKIP -> "player-skip-forward";
            case KEEP_QUICKBOOKS -> "arrow-back-up";
            case CREATE_NEW -> "plus";
        };
    }
}
