package dev.relink.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.relink.company.CompanyId;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Csv;
import dev.relink.platform.web.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /companies/{c}/history}: every outcome and act, and what was said on the wire. */
@Controller
class HistoryPage {

    private static final int PIECE = 1_000;

    private final JdbcHistoryLines lines;
    private final JdbcWireExchanges exchanges;

    HistoryPage(JdbcHistoryLines lines, JdbcWireExchanges exchanges) {
        this.lines = lines;
        this.exchanges = exchanges;
    }

    @GetMapping("/companies/{company}/history")
    @Requires(Right.READ)
    Html history(Page page, @PathVariable String company, @RequestParam Map<String, String> asked) {
        var filter = HistoryView.Filter.of(asked);
        List<HistoryLine> found = lines.page(new CompanyId(company), filter, filter.size() + 1);
        List<HistoryLine> shown = found.stream().limit(filter.size()).toList();
        var view = new HistoryView(filter, shown, found.size() > shown.size());
        return Html.of("history", Map.of("page", page, "view", view));
    }

    /** All that match, newest first, as a file; read in pieces, however long it is. */
    @GetMapping("/companies/{company}/history.csv")
    @Requires(Right.READ)
    void csv(
            Page page,
            @PathVariable String company,
            @RequestParam Map<String, String> asked,
            HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"history-%s.csv\"".formatted(company));
        var out = new PrintWriter(new OutputStreamWriter(response.getOutputStream(), UTF_8));
        out.print(Csv.line(List.of("at", "type", "id", "name", "outcome", "actor", "code", "message", "quickbooksId")));
        var id = new CompanyId(company);
        HistoryView.Filter filter = HistoryView.Filter.of(asked);
        for (List<HistoryLine> piece = lines.page(id, filter, PIECE);
                !piece.isEmpty();
                piece = lines.page(id, filter.before(piece.getLast().id()), PIECE)) {
            piece.forEach(line -> out.print(Csv.line(List.of(
                    line.at().toString(),
                    line.key().type(),
                    line.key().id(),
                    line.name(),
                    line.outcome(),
                    line.actor(),
                    line.code(),
                    line.message(),
                    line.quickbooksId()))));
        }
        out.flush();
    }

    @GetMapping("/companies/{company}/history/{line}")
    @Requires(Right.READ)
    Html one(Page page, @PathVariable String company, @PathVariable long line) {
        var id = new CompanyId(company);
        HistoryLine found = lines.find(id, line)
                .orElseThrow(
                        () -> Refused.notFound("There is no line " + line + " in the history of " + company + "."));
        return Html.of("exchange", Map.of("page", page, "line", found, "exchange", exchanges.ofHistory(id, line)));
    }
}
