package dev.relink.admin;

import dev.relink.catalogue.Family;
import dev.relink.cycle.Match;
import dev.relink.repair.Lookalike;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One piece of evidence for what we say of an error: what was seen, by whom, when. */
public record Reason(Tone tone, String icon, Prose text) {

    private Reason(Tone tone, String icon, String text) {
        this(tone, icon, Prose.of(text));
    }

    /** Strongest last, as one would tell it. */
    static List<Reason> of(ErrorLine line, LinkRow link) {
        List<Reason> reasons = new ArrayList<>();
        file(link, reasons);
        answer(line, reasons);
        deletion(line, reasons);
        found(line, reasons);
        return reasons;
    }

    private static void file(LinkRow link, List<Reason> reasons) {
        if (link.isStopped()) {
            reasons.add(new Reason(Tone.ERROR, "alert-circle", "Sending is stopped: " + link.stoppedMeans()));
        } else if (link.fileKnown()) {
            String file = link.fileName().isEmpty()
                    ? "The right company file"
                    : "The right company file, **" + link.fileName() + "**,";
            reasons.add(new Reason(
                    Tone.OK, "circle-check", file + " was open: it is the one that the records were linked with."));
        }
    }

    private static void answer(ErrorLine line, List<Reason> reasons) {
        var failure = line.failure();
        if (failure == null || failure.verb().equals("read")) {
            return;
        }
        if (failure.foreseen()) {
            reasons.add(new Reason(
                    Tone.WAIT,
                    "info-circle",
                    "It was not sent: it was foreseen " + Prose.at(failure.lastSeen())
                            + " that QuickBooks would refuse it."));
            return;
        }
        String tries = failure.tries() == 1
                ? Prose.at(failure.lastSeen())
                : failure.tries() + " times, first " + Prose.at(failure.firstSeen()) + " and last "
                        + Prose.at(failure.lastSeen());
        String said =
                failure.message().isEmpty() ? "" : ": “" + failure.message().replace("*", "∗") + "”";
        reasons.add(
                new Reason(Tone.ERROR, "alert-circle", "QuickBooks answered " + failure.code() + " " + tries + said));
    }

    private static void deletion(ErrorLine line, List<Reason> reasons) {
        Instant deleted = line.row().deletedAt();
        if (deleted != null) {
            reasons.add(new Reason(
                    Tone.ERROR,
                    "link-off",
                    "QuickBooks' own list of deletions names it, deleted " + Prose.at(deleted)
                            + ". A merge deletes the one that was merged away."));
        }
        if (line.row().oldIdAnswered()) {
            reasons.add(
                    new Reason(Tone.OK, "link", "Its old ID was read in QuickBooks after that: the link is alive."));
        }
    }

    private static void found(ErrorLine line, List<Reason> reasons) {
        Lookalike twin = line.lookalike();
        if (twin != null) {
            reasons.add(new Reason(
                    Tone.YOU,
                    "arrow-merge",
                    "**" + twin.name() + "** is in QuickBooks, linked to nothing: " + twin.why() + "."));
            return;
        }
        line.found().stream()
                .findFirst()
                .ifPresent(match -> reasons.add(new Reason(
                        Tone.YOU, "users", "The look-up found " + kind(match) + " **" + match.name() + "**.")));
        if (line.found().isEmpty() && Objects.requireNonNull(line.decoded()).family() == Family.MISSING_LINK) {
            reasons.add(
                    new Reason(
                            Tone.WAIT,
                            "search",
                            "Nothing like it was read in QuickBooks: no free record of its name, number, phone or e-mail address."));
        }
    }

    private static String kind(Match match) {
        return Kind.of(match.type()).inSentence();
    }
}
