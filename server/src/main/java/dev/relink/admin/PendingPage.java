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
        List<RecordKey> ticked =
                fields.containsKey("all") ? lines.awaitingApproval(id, RepairsPage.MOST) : keys(fields, "of");
        List<RecordKey> rest = "clear".equals(fields.getFirst("rest"))
                ? keys(fields, "shown").stream()
                        .filter(key -> !ticked.contains(key))
                        .toList()
                : List.of();
        int approved = flows.approve(id, ticked);
        int cleared = rest.isEmpty() ? 0 : flows.clear(id, rest, "Not approved by " + actor.name());
        if (approved + cleared == 0) {
            return new SeeOther(page.at("/pending"), Note.refused("Nothing was approved: tick what shall go."));
        }
        tell(page, actor, id, "approve", ticked);
        tell(page, actor, id, "skip", rest);
        return new SeeOther(
                page.at("/pending"),
                Note.done(told(approved) + " approved: sent at the next run."
                        + (cleared == 0
                                ? ""
                                : " " + told(cleared) + " cleared: not sent until the app changes them.")));
    }

    private static String told(int records) {
        return records == 1 ? "1 record" : Times.grouped(records) + " records";
    }

    private static List<RecordKey> keys(MultiValueMap<String, String> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .filter(key -> key.indexOf('/') > 0)
                .map(RepairForm::key)
                .toList();
    }

    private void tell(Page page, Actor actor, CompanyId company, String act, List<RecordKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        audit.note(company, actor.name(), act, keys, page.now());
        history.add(
                company,
                keys.stream()
                        .map(key -> new History.Event(key, act, actor.name(), "", "", "", null, null))
                        .toList(),
                page.now());
    }
}
