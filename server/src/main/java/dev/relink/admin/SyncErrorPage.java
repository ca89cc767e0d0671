package dev.relink.admin;

import dev.relink.catalogue.Decoder;
import dev.relink.company.CompanyId;
import dev.relink.cycle.Match;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import java.util.List;
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
    private final JdbcRecordPage records;
    private final JdbcWireExchanges exchanges;
    private final JdbcHistoryLines history;
    private final Decoder decoder;

    SyncErrorPage(
            JdbcErrorRows rows,
            ErrorsFound found,
            JdbcRecordPage records,
            JdbcWireExchanges exchanges,
            JdbcHistoryLines history,
            Decoder decoder) {
        this.rows = rows;
        this.found = found;
        this.records = records;
        this.exchanges = exchanges;
        this.history = history;
        this.decoder = decoder;
    }

    @GetMapping("/companies/{company}/errors/{error}")
    @Requires(Right.READ)
    Html error(Page page, @PathVariable String company, @PathVariable long error) {
        var id = new CompanyId(company);
        ErrorRow row = rows.find(id, error)
                .orElseThrow(() -> Refused.notFound(
                        "There is no error " + error + ": it was settled, and the record's history tells how."));
        ErrorLine line = ErrorLine.of(row, decoder, page.names());
        Match twin = line.found().stream()
                .filter(match -> match.type().equals(row.key().type()))
                .findFirst()
                .orElse(null);
        var view = new SyncErrorView(
                line,
                RecordFields.of(records.snapshot(id, row.key()), twin == null ? List.of() : twin.differs()),
                exchanges.ofError(id, error),
                history.of(id, row.key(), LINES),
                records.waitingOn(id, row.key(), LINES),
                found.neighbours(id, error).orElse(null));
        return Html.of("error", Map.of("page", page, "view", view));
    }
}
