package dev.relink.admin;

import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.Family;
import dev.relink.catalogue.RepairKind;
import dev.relink.cycle.Match;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.NameLimits;
import dev.relink.entity.QuickBooks;
import dev.relink.repair.Lookalike;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row's two sentences: what is wrong and what to do, with the names and times that are known of this very record. The
 * catalogue's guide stands in where nothing is. Plain Markdown with moments, for {@link Prose}.
 */
final class Advice {

    /** Of a customer, a vendor and an employee in QuickBooks Desktop. */
    private static final int LONGEST_NAME = 41;

    private Advice() {}

    static String problem(ErrorLine line) {
        ErrorRow row = line.row();
        if (row.state().equals("in-doubt")) {
            return "The answer to its last write was lost: whether QuickBooks has it is not known yet.";
        }
        if (row.waitsOn() != null) {
            return "Waits on " + Kind.of(row.waitsOn().key().type()).inSentence() + " **"
                    + row.waitsOn().name() + "**.";
        }
        if (row.state().isEmpty()) {
            return row.skipped() == null ? "Not sent: the flow of its type is off." : row.skipped();
        }
        Decoded decoded = line.decoded();
        if (decoded == null) {
            return "Held, and nothing tells why.";
        }
        String known = known(line, decoded);
        return known != null ? known : capitalised(decoded.problem(line.names()));
    }

    private static @Nullable String known(ErrorLine line, Decoded decoded) {
        return switch (decoded.family()) {
            case MISSING_LINK -> deadLink(line);
            case NAME_CLASH -> clash(line);
            case MISSING_MAPPING, MISSING_PARENT -> missing(decoded);
            default -> null;
        };
    }

    private static @Nullable String deadLink(ErrorLine line) {
        ErrorRow row = line.row();
        if (row.failure() != null && row.oldIdAnswered()) {
            return "Not found " + Prose.at(row.failure().lastSeen()) + ", but its old ID has answered since.";
        }
        String what = isList(line) && line.lookalike() != null ? "Deleted or merged" : "Deleted";
        if (row.deletedAt() != null) {
            return what + " in QuickBooks " + Prose.at(row.deletedAt()) + ".";
        }
        return row.goneAt() == null
                ? null
                : "No longer in QuickBooks: its ID was found dead " + Prose.at(row.goneAt()) + ".";
    }

    private static @Nullable String clash(ErrorLine line) {
        Match other = otherType(line);
        if (other != null) {
            String theirs = Kind.of(other.type()).inSentence();
            return article(theirs) + " **" + theirs + "** has this name; a "
                    + line.kind().inSentence() + " cannot share it.";
        }
        Lookalike same = line.lookalike();
        return same == null
                ? null
                : "QuickBooks has a " + line.kind().inSentence() + " **" + same.name()
                        + "** that is linked to nothing.";
    }

    private static @Nullable String missing(Decoded decoded) {
        String reference = decoded.facts().get("reference");
        return reference == null
                ? null
                : "There is no " + referenceType(decoded) + " **" + reference + "** in QuickBooks.";
    }

    private static String referenceType(Decoded decoded) {
        return decoded.facts().getOrDefault("referenceType", "entry").toLowerCase(Locale.ROOT);
    }

    static String fix(ErrorLine line) {
        ErrorRow row = line.row();
        if (row.state().equals("in-doubt")) {
            return "Looked up in QuickBooks first at the next run; never sent again blindly.";
        }
        if (row.waitsOn() != null) {
            String trouble = row.waitsOn().trouble();
            return trouble == null ? "Goes by itself once that is in QuickBooks." : trouble;
        }
        if (row.state().isEmpty()) {
            return row.skipped() == null ? "Switch the flow on." : "Sent when the app changes it again.";
        }
        if (row.state().equals("waiting") || row.state().equals("in-flight")) {
            return "Nothing to do: it goes again by itself.";
        }
        Decoded decoded = line.decoded();
        return decoded == null ? "Open the record." : fix(line, decoded);
    }

    private static String fix(ErrorLine line, Decoded decoded) {
        Lookalike twin = line.lookalike();
        if (line.row().oldIdAnswered() && line.isOffered(RepairKind.SEND_AGAIN)) {
            return "Send again: the link is alive. Clear ID would make a second "
                    + line.kind().inSentence() + ".";
        }
        if (twin != null && line.isOffered(RepairKind.RELINK)) {
            return "Relink to **" + twin.name() + "**: " + twin.why() + ".";
        }
        if (decoded.family() == Family.MISSING_LINK && line.isOffered(RepairKind.CLEAR_ID)) {
            return clear(line);
        }
        if (otherType(line) != null && line.isOffered(RepairKind.RENAME)) {
            return "Rename to **" + suggestedName(line) + "**.";
        }
        String reference = decoded.facts().get("reference");
        return decoded.family() == Family.MISSING_MAPPING && reference != null
                ? "Make the " + referenceType(decoded)
                        + " in QuickBooks, or choose another in the app; then Send again."
                : capitalised(decoded.fix(line.names()));
    }

    private static String clear(ErrorLine line) {
        ErrorRow row = line.row();
        if (row.goneAt() == null) {
            return "Clear ID: it is looked up first at the next run.";
        }
        return "Clear ID: "
                + (isList(line)
                        ? "nothing like it was found, so it will be created."
                        : "no other " + line.kind().inSentence() + " " + line.name() + ", so it will be created.");
    }

    /** A name that is free: “Greenleaf Nursery (C)” beside a vendor of that name. */
    static String suggestedName(ErrorLine line) {
        return otherType(line) == null
                ? line.name()
                : line.name() + " (" + line.kind().label().substring(0, 1) + ")";
    }

    /**
     * The same, and where nothing is known of who has the name, one with the app's id behind it. The name before it is cut
     * to what either QuickBooks keeps.
     */
    static String freeName(ErrorLine line) {
        String suggested = suggestedName(line);
        return suggested.equals(line.name())
                ? named(line, " (" + line.row().key().id() + ")")
                : named(line, suggested.substring(line.name().length()));
    }

    /** For one whose free name somebody else in the same press has got. */
    static String nameWithId(ErrorLine line) {
        return named(line, " (" + line.row().key().id() + ")");
    }

    private static String named(ErrorLine line, String apart) {
        int longest = EntityTypes.of(line.row().key().type()).stream()
                .flatMapToInt(type -> NameLimits.longest(type, QuickBooks.DESKTOP).stream())
                .findFirst()
                .orElse(LONGEST_NAME);
        int room = Math.max(0, longest - apart.length());
        String name = line.name().replace(":", " ");
        return (name.length() > room ? name.substring(0, room) : name) + apart;
    }

    /** Who has the name, when it is of another type: those can never be the same thing. */
    private static @Nullable Match otherType(ErrorLine line) {
        return line.lookalike() != null
                ? null
                : line.found().stream()
                        .filter(match -> !match.type().equals(line.row().key().type()))
                        .findFirst()
                        .orElse(null);
    }

    /** The order of the buttons: what the fix names stands first. */
    static int rank(ErrorLine line, RepairKind kind) {
        return switch (kind) {
            case SEND_AGAIN -> line.row().oldIdAnswered() ? 0 : isDeadLink(line) ? 8 : 4;
            case RELINK -> line.lookalike() != null ? 1 : 5;
            case CLEAR_ID -> 2;
            case RENAME -> otherType(line) != null ? 0 : 6;
            case SYNC_PARENT_FIRST, REACTIVATE -> 3;
            case KEEP_APP, KEEP_QUICKBOOKS -> 4;
            case CREATE_NEW -> 7;
            case SKIP -> 9;
        };
    }

    /** One act mends it and any other would be wrong. */
    static boolean isSettledByOne(ErrorLine line) {
        return otherType(line) != null && line.isOffered(RepairKind.RENAME)
                || isDeadLink(line)
                        && (line.row().oldIdAnswered()
                                || line.lookalike() == null && line.row().goneAt() != null);
    }

    private static boolean isDeadLink(ErrorLine line) {
        return line.decoded() != null && line.decoded().family() == Family.MISSING_LINK;
    }

    private static boolean isList(ErrorLine line) {
        return EntityTypes.of(line.row().key().type())
                .filter(EntityType::isList)
                .isPresent();
    }

    private static String article(String noun) {
        return "aeiou".indexOf(noun.charAt(0)) >= 0 ? "An" : "A";
    }

    static String capitalised(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
