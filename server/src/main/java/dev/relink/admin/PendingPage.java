package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.flow.Flows;
import dev.relink.history.History;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /companies/{c}/pending}: what has not gone yet, and why not yet. */
@Controller
class PendingPage {

    private static final int MOST = 100;

    private final JdbcPendingLines lines;
    private final JdbcStandings standings;
    private final JdbcLinks links;
    private final Flows flows;
    private final JdbcPageAudit audit;
    private final History history;

    PendingPage(
            JdbcPendingLines lines,
            JdbcStandings standings,
            JdbcLinks links,
            Flows flows,
            JdbcPageAudit audit,
            History history) {
        this.lines = lines;
        this.standings = standings;
        this.links = links;
        this.flows = flows;
        this.audit = audit;
        this.history = history;
    }

    @GetMapping("/companies/{company}/pending")
    @Requires(Right.READ)
    Html pending(Page page, @PathVariable String company) {
        var id = new CompanyId(company);
        var view = new PendingView(
                standings.counted(id), lines.lines(id, MOST), lines.parents(id, MOST), links.of(id, page.now()));
        return Html.of("pending", Map.of("page", page, "view", view));
    }

    @PostMapping("/companies/{company}/pending/approve")
    @Requires(Right.OPERATE)
    SeeOther approve(
            Page page, Actor actor, @PathVariable String company, @RequestParam MultiValueMap<String, String> fields) {
        var id = new CompanyId(company);
        List<RecordKey> keys = fields.getOrDefault("of", List.of()).stream()
                .filter(key -> key.indexOf('/') > 0)
                .map(RepairForm::key)
                .toList();
        int approved = flows.approve(id, keys);
        if (approved == 0) {
            return new SeeOther(page.at("/pending"), Note.refused("Nothing was approved: tick what shall go."));
        }
        audit.note(id, actor.name(), "approve", keys, page.now());
        history.add(
                id,
                keys.stream()
                        .map(key -> new History.Event(key, "approve", actor.name(), "", "", "", null, null))
                        .toList(),
                page.now());
        return new SeeOther(
                page.at("/pending"),
                Note.done((approved == 1 ? "1 record" : Times.grouped(approved) + " records")
                        + " approved: sent at the next run."));
    }
}
