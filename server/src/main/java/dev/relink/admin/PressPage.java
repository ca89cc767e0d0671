package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import dev.relink.repair.Press;
import dev.relink.repair.Presses;
import dev.relink.repair.Repairs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /companies/{c}/presses/{id}}: how far a repair of thousands has come, and how it ended; its undo. */
@Controller
class PressPage {

    private final Presses presses;
    private final JdbcErrorRows rows;

    PressPage(Presses presses, JdbcErrorRows rows) {
        this.presses = presses;
        this.rows = rows;
    }

    /** What the frame of an open page shows of it now; every page asks while one is under way. */
    @GetMapping("/companies/{company}/press")
    @Requires(Right.READ)
    Html now(Page page, @PathVariable String company) {
        return Html.of("press-now", Map.of("page", page));
    }

    @GetMapping("/companies/{company}/presses/{press}")
    @Requires(Right.READ)
    Html press(Page page, @PathVariable String company, @PathVariable long press) {
        var id = new CompanyId(company);
        Press found = find(id, press);
        var names =
                rows.of(id, found.refusals().stream().map(Press.Refusal::key).toList());
        return Html.of("press", Map.of("page", page, "view", new PressView(found), "refused", refused(found, names)));
    }

    private Press find(CompanyId company, long press) {
        return presses.find(company, press)
                .orElseThrow(() -> Refused.notFound("Nobody has pressed " + press + " in " + company + "."));
    }

    private static List<PressView.Refusal> refused(Press press, List<ErrorRow> rows) {
        return press.refusals().stream()
                .map(refusal -> new PressView.Refusal(
                        refusal,
                        rows.stream()
                                .filter(row -> row.key().equals(refusal.key()))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    /** Whoever pressed it has read how it ended. */
    @PostMapping("/companies/{company}/presses/{press}/seen")
    @Requires(Right.OPERATE)
    SeeOther seen(
            Page page,
            Actor actor,
            @PathVariable String company,
            @PathVariable long press,
            @RequestParam(defaultValue = "") String back) {
        presses.seen(new CompanyId(company), press, actor.name());
        return new SeeOther(back.startsWith(page.at("/")) ? back : page.at("/errors"));
    }

    @PostMapping("/companies/{company}/presses/{press}/undo")
    @Requires(Right.OPERATE)
    SeeOther undo(Page page, Actor actor, @PathVariable String company, @PathVariable long press) {
        var id = new CompanyId(company);
        find(id, press);
        var by = new Repairs.By(actor.name(), page.mayOperate(), page.mayAdmin());
        Optional<Press> begun = presses.undo(id, press, by);
        return new SeeOther(page.at("/errors"), begun.isPresent() ? null : Note.refused(whyNot(id, actor)));
    }

    private String whyNot(CompanyId company, Actor actor) {
        return presses.shown(company, actor.name())
                .map(PressView::new)
                .filter(PressView::isUnderWay)
                .map(PressPage::underWay)
                .orElse("Nothing was undone: all of it was undone already.");
    }

    /** Why another cannot be begun. */
    static String underWay(PressView other) {
        return "Nothing was changed: %s is under way (%s), pressed by %s. Press again when it has ended."
                .formatted(other.title(), other.progress(), other.press().by());
    }
}
