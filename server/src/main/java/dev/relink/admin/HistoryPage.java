package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /companies/{c}/history}: every outcome and act, and what was said on the wire. */
@Controller
class HistoryPage {

    private static final int SIZE = 100;

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
        List<HistoryLine> found = lines.page(new CompanyId(company), filter, SIZE + 1);
        var view = new HistoryView(filter, found.stream().limit(SIZE).toList(), found.size() > SIZE);
        return Html.of("history", Map.of("page", page, "view", view));
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
