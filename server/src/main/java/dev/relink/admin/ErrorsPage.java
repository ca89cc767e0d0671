package dev.relink.admin;

import dev.relink.catalogue.Decoder;
import dev.relink.company.CompanyId;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /companies/{c}/errors}: what is wrong, by cause, and what clears many at once. */
@Controller
class ErrorsPage {

    private static final int SIZE = 100;

    /** Of each cause, when there are more errors than fit on a page. */
    private static final int FEW = 5;

    private final JdbcErrorRows rows;
    private final JdbcCauses causes;
    private final JdbcStandings standings;
    private final Decoder decoder;

    ErrorsPage(JdbcErrorRows rows, JdbcCauses causes, JdbcStandings standings, Decoder decoder) {
        this.rows = rows;
        this.causes = causes;
        this.standings = standings;
        this.decoder = decoder;
    }

    @GetMapping("/companies/{company}/errors")
    @Requires(Right.READ)
    Html errors(Page page, @PathVariable String company, @RequestParam Map<String, String> asked) {
        ErrorFilter filter = ErrorFilter.of(asked);
        return Html.of("errors", Map.of("page", page, "view", view(page, new CompanyId(company), filter)));
    }

    private ErrorsView view(Page page, CompanyId company, ErrorFilter filter) {
        List<ErrorLine> lines = rows.page(company, filter, filter.isGrouped() ? FEW : Integer.MAX_VALUE, SIZE).stream()
                .map(row -> ErrorLine.of(row, decoder, page.names()))
                .toList();
        long matching = lines.isEmpty() ? 0 : lines.getFirst().row().place().matching();
        return new ErrorsView(
                filter,
                standings.of(company),
                causes.of(company, filter.tab()),
                ErrorGroup.of(lines, filter.isGrouped()),
                new Pager(page.at("/errors?") + filter.query(), filter.page(), SIZE, matching));
    }
}
