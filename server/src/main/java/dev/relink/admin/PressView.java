package dev.relink.admin;

import dev.relink.catalogue.RepairKind;
import dev.relink.catalogue.Word;
import dev.relink.repair.Press;
import org.jspecify.annotations.Nullable;

/** A press, told to a person: how far it has come, or how it ended. */
public record PressView(Press press) {

    /** A refused record with its reason. @param row null when it is in step meanwhile */
    public record Refusal(Press.Refusal of, @Nullable ErrorRow row) {

        public String name() {
            return row == null ? of.id() : row.name();
        }
    }

    /** "Clear ID for 10,000 records". */
    public String title() {
        String records = Times.grouped(press.records()) + (press.records() == 1 ? " record" : " records");
        return press.isUndo() ? "Undo for " + records : label() + " for " + records;
    }

    private String label() {
        RepairKind kind = kind();
        return kind == null ? "Skip" : kind.label();
    }

    /** Null for what is no button of its own: Never is a tick within Skip. */
    private @Nullable RepairKind kind() {
        return Word.find(RepairKind.values(), press.repair()).orElse(null);
    }

    /** "3,400 of 10,000". */
    public String progress() {
        return Times.grouped(press.done()) + " of " + Times.grouped(press.records());
    }

    public boolean isUnderWay() {
        return press.ended() == null;
    }

    public Tone tone() {
        return press.fault() != null || press.totals().accepted() == 0 ? Tone.ERROR : Tone.OK;
    }

    public boolean canUndo() {
        return !isUnderWay() && !press.isUndo() && press.totals().accepted() > 0;
    }

    public String address(Page page) {
        return page.at("/presses/" + press.id());
    }

    /** What came of it, or what it is doing, in a few sentences. */
    public String says() {
        if (press.fault() != null) {
            return "Stopped after " + progress() + ". " + done() + refused() + " " + press.fault()
                    + " The others were not touched: press again for them.";
        }
        return isUnderWay() ? progress() + " done." : done() + refused() + gone();
    }

    private String done() {
        long accepted = press.totals().accepted();
        if (accepted == 0) {
            return press.isUndo() ? "Nothing was undone." : "Nothing was changed.";
        }
        if (press.isUndo()) {
            return accepted == 1 ? "1 record is as before." : Times.grouped(accepted) + " records are as before.";
        }
        RepairKind kind = kind();
        return RepairNotes.did(kind == null ? RepairKind.SKIP : kind, accepted) + sums();
    }

    /** Of Clear ID: what the accepted ones come to. */
    private String sums() {
        var totals = press.totals();
        return kind() != RepairKind.CLEAR_ID
                ? ""
                : " Relinks %s, creates %s, looks up %s first."
                        .formatted(
                                Times.grouped(totals.relinks()),
                                Times.grouped(totals.creates()),
                                Times.grouped(totals.looksUp()));
    }

    private String refused() {
        long refused = press.totals().refused();
        return refused == 0
                ? ""
                : " " + Times.grouped(refused) + (refused == 1 ? " was not: " : " were not; the first: ")
                        + press.refusals().getFirst().why();
    }

    private String gone() {
        return press.gone() == 0
                ? ""
                : " " + Times.grouped(press.gone()) + (press.gone() == 1 ? " was" : " were") + " in step meanwhile.";
    }
}
