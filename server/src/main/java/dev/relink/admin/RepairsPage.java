package dev.relink.admin;

import dev.relink.catalogue.RepairKind;
import dev.relink.catalogue.Word;
import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import dev.relink.repair.Repair;
import dev.relink.repair.Repairs;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The repair buttons: a dialog that says what will happen to each record, then the repair, then its undo. */
@Controller
class RepairsPage {

    /** In one press; more are repaired in several. */
    static final int MOST = 10_000;

    private final ErrorsFound found;
    private final RepairSheets sheets;
    private final Repairs repairs;
    private final JdbcRepairs done;

    RepairsPage(ErrorsFound found, RepairSheets sheets, Repairs repairs, JdbcRepairs done) {
        this.found = found;
        this.sheets = sheets;
        this.repairs = repairs;
        this.done = done;
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
        String missing = isAnswered ? missing(form) : "";
        if (!isAnswered || !missing.isEmpty()) {
            return sheet(page, company, form, repairs.apply(company, repair, keys, by, true), missing);
        }
        Repairs.Applied applied =
                repairs.applyConfirmed(company, repair, keys, by, accepted -> isConfirmed(form, accepted));
        return applied.done()
                ? new SeeOther(form.backTo(page), RepairNotes.of(page, form.kind(), applied.verdicts()))
                : sheet(page, company, form, applied.verdicts(), another(applied.verdicts()));
    }

    private Html sheet(Page page, CompanyId company, RepairForm form, List<Repairs.Verdict> verdicts, String missing) {
        return Html.of("repair", Map.of("page", page, "sheet", sheets.of(page, company, form, verdicts, missing)));
    }

    /** One is done or refused at once. Of many each has its verdict first, unless it is the same yes for all. */
    private boolean isForAll(CompanyId company, Repair repair, Collection<RecordKey> keys, Repairs.By by) {
        return keys.size() == 1
                || repairs.apply(company, repair, keys, by, true).stream().allMatch(Repairs.Verdict::accepted);
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

    @PostMapping("/companies/{company}/repairs/{repair}/undo")
    @Requires(Right.OPERATE)
    SeeOther undo(Page page, Actor actor, @PathVariable String company, @PathVariable long repair) {
        var id = new CompanyId(company);
        List<Repairs.Verdict> verdicts = repairs.undo(id, done.pressedWith(id, repair), by(page, actor));
        return new SeeOther(page.at("/errors"), RepairNotes.undone(verdicts));
    }

    private static Repairs.By by(Page page, Actor actor) {
        return new Repairs.By(actor.name(), page.mayOperate(), page.mayAdmin());
    }
}
