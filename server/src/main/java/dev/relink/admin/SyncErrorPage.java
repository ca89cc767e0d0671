package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import dev.relink.repair.Lookalike;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /companies/{c}/errors/{id}}: why this one, how we know, what to press, what follows. */
@Controller
class SyncErrorPage {

    private static final int LINES = 10;

    private final JdbcErrorRows rows;
    private final ErrorsFound found;
    private final ErrorLines lines;
    private final JdbcRecordPage records;
    private final JdbcSides sides;
    private final JdbcWireExchanges exchanges;
    private final JdbcHistoryLines history;
    private final JdbcLinks links;

    SyncErrorPage(
            JdbcErrorRows rows,
            ErrorsFound found,
            ErrorLines lines,
            JdbcRecordPage records,
            JdbcSides sides,
            JdbcWireExchanges exchanges,
            JdbcHistoryLines history,
            JdbcLinks links) {
        this.rows = rows;
        this.found = found;
        this.lines = lines;
        this.records = records;
        this.sides = sides;
        this.exchanges = exchanges;
        this.history = history;
        this.links = links;
    }

    @GetMapping("/companies/{company}/errors/{error}")
    @Requires(Right.READ)
    Html error(Page page, @PathVariable String company, @PathVariable long error) {
        return Html.of("error", Map.of("page", page, "view", view(page, new CompanyId(company), error)));
    }

    /** The same in short, for the row that opens in place. */
    @GetMapping("/companies/{company}/errors/{error}/panel")
    @Requires(Right.READ)
    Html panel(Page page, @PathVariable String company, @PathVariable long error) {
        return Html.of("panel", Map.of("page", page, "view", view(page, new CompanyId(company), error)));
    }

    private SyncErrorView view(Page page, CompanyId company, long error) {
        ErrorRow row = rows.find(company, error)
                .orElseThrow(() -> Refused.notFound(
                        "There is no error " + error + ": it was settled, and the record's history tells how."));
        ErrorLine line = lines.of(page, company, row);
        LinkRow link = links.of(company, page.now());
        Lookalike twin = line.lookalike();
        Map<RecordKey, String> parents = sides.parents(company, row.key());
        return new SyncErrorView(
                line,
                Reason.of(line, link),
                Sides.of(
                        row.key(),
                        records.snapshot(company, row.key()),
                        sides.there(company, row.key(), twin == null ? null : twin.quickbooksId())
                                .orElse(null),
                        twin,
                        parents),
                parents,
                exchanges.ofError(company, error),
                history.of(company, row.key(), LINES),
                records.waitingOn(company, row.key(), LINES),
                link,
                found.neighbours(company, error).orElse(null));
    }
}
