package dev.relink.admin;

import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.Family;
import dev.relink.catalogue.RepairKind;
import dev.relink.catalogue.WhoCanFix;
import java.util.List;

/**
 * Errors that have one reason, so that they are mended together.
 *
 * @param key code, a blank, variant as it is kept
 * @param type where all are of one; else empty
 * @param errors how many there are
 * @param blocked how many records wait on them
 */
public record Cause(
        String key,
        String code,
        String title,
        Family family,
        WhoCanFix who,
        List<RepairKind> repairs,
        String type,
        long errors,
        long blocked) {

    static Cause of(ErrorRow.Failure failure, Decoded decoded, String type, long errors, long blocked) {
        return new Cause(
                failure.cause(),
                failure.code(),
                title(decoded),
                decoded.family(),
                decoded.whoCanFix(),
                decoded.repairs(),
                type,
                errors,
                blocked);
    }

    Cause with(long otherErrors, long otherBlocked) {
        return new Cause(key, code, title, family, who, repairs, type, otherErrors, otherBlocked);
    }

    /** By name where the message names what is missing. */
    private static String title(Decoded decoded) {
        String reference = decoded.facts().getOrDefault("reference", "");
        boolean isMissing = decoded.family() == Family.MISSING_MAPPING || decoded.family() == Family.MISSING_PARENT;
        return isMissing && !reference.isEmpty()
                ? Advice.capitalised(decoded.facts().getOrDefault("referenceType", "entry")) + " “" + reference
                        + "” is not in QuickBooks"
                : decoded.name();
    }

    /** "7 invoices, blocks" */
    public String counted() {
        String all = type.isEmpty()
                ? (errors == 1 ? "1 record" : Times.grouped(errors) + " records")
                : Kind.of(type).counted(errors);
        return all + (blocked > 0 ? ", blocks" : "");
    }

    /** What is gained, or who is needed; never empty. */
    public String hint() {
        return switch (family) {
            case MISSING_MAPPING, MISSING_PARENT ->
                "Fix once; "
                        + (errors + blocked == 1 ? "1 record goes" : Times.grouped(errors + blocked) + " records go");
            case MISSING_LINK -> "Clear ID, or relink where a twin was found";
            case NAME_CLASH -> "One list of names holds customers, vendors and employees";
            case STALE -> "Choose which side to keep";
            default -> "Needs " + who.label();
        };
    }

    /** The repairs that mend it, for a sentence: "Clear ID or Relink". */
    public String mendedBy() {
        List<String> labels = repairs.stream()
                .filter(kind -> kind != RepairKind.SKIP)
                .limit(2)
                .map(RepairKind::label)
                .toList();
        return labels.isEmpty() ? "Skip" : String.join(" or ", labels);
    }

    /** What may be done to all of them at once by this page's reader; empty when each needs its own answer. */
    public List<RepairButton> forAll(Page page) {
        if (!page.mayOperate() || errors == 1) {
            return List.of();
        }
        return repairs.stream()
                .filter(kind -> switch (kind) {
                    case CLEAR_ID, SYNC_PARENT_FIRST, REACTIVATE -> true;
                    case SEND_AGAIN -> family != Family.NAME_CLASH; // the same name would be refused again
                    case RELINK, RENAME, SKIP, KEEP_APP, KEEP_QUICKBOOKS, CREATE_NEW -> false;
                })
                .map(kind -> new RepairButton(kind, kind.label()))
                .limit(1)
                .toList();
    }

    /** "Clear ID for 6…", "Send again 14" */
    public String buttonLabel(RepairButton button) {
        return button.label()
                + (button.kind() == RepairKind.CLEAR_ID ? " for " : " ")
                + Times.grouped(errors)
                + (button.asks() ? "…" : "");
    }

    /** Of the button for all: these, and not those that are ticked. */
    public String allOfIt() {
        return "?all=yes&" + Queries.of("cause", key);
    }

    /** Of the errors page: only these. */
    public String onlyIt() {
        return "?" + Queries.of("cause", key);
    }

    public String icon() {
        return switch (family) {
            case MISSING_LINK -> "link-off";
            case NAME_CLASH -> "users";
            case MISSING_PARENT -> "hierarchy-2";
            case MISSING_MAPPING -> "route";
            case IN_USE, CLOSED_PERIOD -> "lock";
            case STALE -> "arrows-left-right";
            case PERMISSION, AUTHORISATION -> "user";
            case FEATURE, VALIDATION, LIMIT -> "adjustments";
            case CONNECTION, NOT_PROCESSED -> "plug-connected";
            case UNCERTAIN -> "help-hexagon";
            case OK, OURS, UNKNOWN -> "alert-circle";
        };
    }
}
