package dev.relink.admin;

import dev.relink.catalogue.RepairKind;
import dev.relink.catalogue.Word;
import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import dev.relink.repair.Press;
import dev.relink.repair.Presses;
import dev.relink.repair.Repair;
import dev.relink.repair.Repairs;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The repair buttons: a dialog that says what will happen to each record, then the repair, then its undo. */
@Controller
class RepairsPage {

    /** In one press; more are repaired in several. */
    static final int MOST = Press.MOST;

    private final ErrorsFound found;
    private final RepairSheets sheets;
    private final Repairs repairs;
    private final JdbcRepairs done;
    private final Presses presses;

    RepairsPage(ErrorsFound found, RepairSheets sheets, Repairs repairs, JdbcRepairs done, Presses presses) {
        this.found = found;
        this.sheets = sheets;
        this.repairs = repairs;
        this.done = done;
        this.presses = presses;
    }

    @PostMapping("/companies/{company}/errors/clear-id")
    @Requires(Right.ADMIN)
    Object clearId(
            Page page, Actor actor, @PathVariable String company, @RequestParam MultiValueMap<String, String> fields) {
        return repair(page, actor, new CompanyId(company), RepairForm.of(RepairKind.CLEAR_ID, fields));
    }

    /** The dialog of Clear ID for who may not press it: what it would do, and why it is not theirs. Changes nothing. */
    @PostMapping("/companies/{company}/errors/clear-id/look")
    @Requires(Right.READ)
    Object lookAtClearId(Page page, @PathVariable String company, @RequestParam MultiValueMap<String, String> fields) {
        var id = new CompanyId(company);
        RepairForm form = RepairForm.of(RepairKind.CLEAR_ID, fields);
        var keys = form.all() ? found.keys(id, form.filter(), MOST) : form.of();
        if (keys.isEmpty() || keys.size() > MOST) {
            return new SeeOther(
                    form.backTo(page),
                    Note.refused(keys.isEmpty() ? "Nothing was ticked." : "Too many match to look at: filter first."));
        }
        var asAdmin = new Repairs.By("", true, true);
        List<Repairs.Verdict> verdicts = repairs.apply(id, form.repair(), keys, asAdmin, true);
        return Html.of("repair", Map.of("page", page, "sheet", sheets.of(page, id, form, verdicts, "")));
    }

    @PostMapping("/companies/{company}/errors/create-new")
    @Requires(Right.ADMIN)
    Object createNew(
            Page page, Actor actor, @PathVariable String company, @RequestParam MultiValueMap<String, String> fields) {
        return repair(page, actor, new CompanyId(company), RepairForm.of(RepairKind.CREATE_NEW, fields));
    }

    @PostMapping("/companies/{company}/errors/{repair}")
    @Requires(Right.OPERATE)
    Object other(
            Page page,
            Actor actor,
            @PathVariable String company,
            @PathVariable String repair,
            @RequestParam MultiValueMap<String, String> fields) {
        RepairKind kind = Word.find(RepairKind.values(), repair)
                .orElseThrow(() -> Refused.notFound("There is no repair \"" + repair + "\"."));
        return repair(page, actor, new CompanyId(company), RepairForm.of(kind, fields));
    }

    private Object repair(Page page, Actor actor, CompanyId company, RepairForm form) {
        var keys = form.all() ? found.keys(company, form.filter(), MOST) : form.of();
        if (keys.size() > MOST) {
            return new SeeOther(
                    form.backTo(page),
                    Note.refused("More than " + Times.grouped(MOST)
                            + " match. Nothing was changed: filter, and repair them part by part."));
        }
        if (keys.isEmpty()) {
            return new SeeOther(
                    form.backTo(page),
                    Note.refused("Nothing was ticked, or it is in step meanwhile. Nothing was changed."));
        }
        Repair repair =
                form.isRenameOfMany() ? new Repair.RenameEach(sheets.freeNames(page, company, keys)) : form.repair();
        Repairs.By by = by(page, actor);
        boolean isAnswered = form.isSure() || !RepairButton.asks(form.kind()) && isForAll(company, repair, keys, by);
        String wrongName = isAnswered ? wrongName(company, form, keys, by) : "";
        if (!wrongName.isEmpty()) {
            var unnamed = repairs.apply(company, form.unanswered().repair(), keys, by, true);
            return sheet(page, company, form, unnamed, wrongName);
        }
        String missing = isAnswered ? missing(form) : "";
        if (!isAnswered || !missing.isEmpty()) {
            return sheet(page, company, form, repairs.apply(company, repair, keys, by, true), missing);
        }
        if (keys.size() > Press.FROM) {
            return press(page, company, form, repair, keys, by);
        }
        Repairs.Applied applied =
                repairs.applyConfirmed(company, repair, keys, by, accepted -> isConfirmed(form, accepted));
        return applied.done()
                ? new SeeOther(form.backTo(page), RepairNotes.of(page, form.kind(), applied.verdicts()))
                : sheet(page, company, form, applied.verdicts(), another(applied.verdicts()));
    }

    /** Thousands are judged once more, since their number was typed, and then done part by part while pages go on. */
    private Object press(
            Page page, CompanyId company, RepairForm form, Repair repair, List<RecordKey> keys, Repairs.By by) {
        if (form.kind() == RepairKind.CLEAR_ID) {
            List<Repairs.Verdict> verdicts = repairs.apply(company, repair, keys, by, true);
            if (!isConfirmed(form, Repairs.Totals.of(verdicts).accepted())) {
                return sheet(page, company, form, verdicts, another(verdicts));
            }
        }
        Optional<Press> begun = presses.begin(company, repair, keys, by);
        return new SeeOther(form.backTo(page), begun.isPresent() ? null : Note.refused(whyNot(company, by)));
    }

    private String whyNot(CompanyId company, Repairs.By by) {
        return presses.shown(company, by.name())
                .map(PressView::new)
                .map(PressPage::underWay)
                .orElse("Nothing was changed: another repair has just ended. Press again.");
    }

    private Html sheet(Page page, CompanyId company, RepairForm form, List<Repairs.Verdict> verdicts, String missing) {
        return Html.of("repair", Map.of("page", page, "sheet", sheets.of(page, company, form, verdicts, missing)));
    }

    /** One is done or refused at once. Of many each has its verdict first, unless it is the same yes for all. */
    private boolean isForAll(CompanyId company, Repair repair, Collection<RecordKey> keys, Repairs.By by) {
        return keys.size() == 1
                || repairs.apply(company, repair, keys, by, true).stream().allMatch(Repairs.Verdict::accepted);
    }

    /** Why a record that may be renamed cannot have the name that was typed; empty when it can. */
    private String wrongName(CompanyId company, RepairForm form, List<RecordKey> keys, Repairs.By by) {
        if (form.kind() != RepairKind.RENAME || form.isRenameOfMany()) {
            return "";
        }
        boolean mayBeRenamed = repairs.apply(company, form.unanswered().repair(), keys, by, true).stream()
                .allMatch(Repairs.Verdict::accepted);
        return repairs.apply(company, form.repair(), keys, by, true).stream()
                .filter(verdict -> mayBeRenamed && !verdict.accepted())
                .map(Repairs.Verdict::effect)
                .findFirst()
                .orElse("");
    }

    /** What the answer to the dialog lacks; empty when nothing. Browsers ask for it too. */
    private static String missing(RepairForm form) {
        if (form.kind() == RepairKind.KEEP_QUICKBOOKS && form.keepsNothing()) {
            return "Nothing was changed: tick a field, or press Keep the app's.";
        }
        if (form.kind() == RepairKind.CREATE_NEW && !form.typed().equalsIgnoreCase("create")) {
            return "Nothing was created: type create to confirm.";
        }
        return form.kind() == RepairKind.CLEAR_ID && !form.understood()
                ? "Nothing was cleared: tick that you have read the warning."
                : "";
    }

    /** Many IDs are cleared only when their number was typed, and as many are accepted now. */
    private static boolean isConfirmed(RepairForm form, long accepted) {
        return form.kind() != RepairKind.CLEAR_ID
                || accepted < RepairSheet.TYPED_FROM
                || form.typed().equals("" + accepted);
    }

    private static String another(List<Repairs.Verdict> verdicts) {
        return "Nothing was cleared: type %s, the number of records, to confirm."
                .formatted(Times.grouped(Repairs.Totals.of(verdicts).accepted()));
    }

    /** @param only the page of the one record to undo it for; empty = for all that it was pressed for */
    @PostMapping("/companies/{company}/repairs/{repair}/undo")
    @Requires(Right.OPERATE)
    SeeOther undo(
            Page page,
            Actor actor,
            @PathVariable String company,
            @PathVariable long repair,
            @RequestParam(defaultValue = "") String only) {
        var id = new CompanyId(company);
        List<Long> all = only.isEmpty() ? done.pressedWith(id, repair) : List.of(repair);
        return new SeeOther(
                only.startsWith(page.at("/")) ? only : page.at("/errors"),
                RepairNotes.undone(repairs.undo(id, all, by(page, actor))));
    }

    private static Repairs.By by(Page page, Actor actor) {
        return new Repairs.By(actor.name(), page.mayOperate(), page.mayAdmin());
    }
}
