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

    private final ErrorsFound found;
    private final JdbcCauses causes;
    private final JdbcStandings standings;
    private final Decoder decoder;

    ErrorsPage(ErrorsFound found, JdbcCauses causes, JdbcStandings standings, Decoder decoder) {
        this.found = found;
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
        ErrorsFound.Found shown = found.page(company, filter, SIZE);
        List<ErrorLine> lines = shown.rows().stream()
                .map(row -> ErrorLine.of(row, decoder, page.names()))
                .toList();
        return new ErrorsView(
                filter,
                standings.counted(company),
                filter.tab().isOfErrors() ? causes.of(company, filter.tab().wanted()) : List.of(),
                ErrorGroup.of(lines, shown.causes()),
                new Pager(page.at("/errors?") + filter.query(), filter.page(), SIZE, shown.matching()));
    }
}
