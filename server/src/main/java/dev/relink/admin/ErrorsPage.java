package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.syncerror.Count;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /companies/{c}/errors}: what is wrong, by cause, and what clears many at once. */
@Controller
class ErrorsPage {

    private final ErrorsFound found;
    private final JdbcCauses causes;
    private final JdbcStandings standings;
    private final JdbcResolved resolved;
    private final JdbcSavedViews views;
    private final ErrorLines lines;

    ErrorsPage(
            ErrorsFound found,
            JdbcCauses causes,
            JdbcStandings standings,
            JdbcResolved resolved,
            JdbcSavedViews views,
            ErrorLines lines) {
        this.found = found;
        this.causes = causes;
        this.standings = standings;
        this.resolved = resolved;
        this.views = views;
        this.lines = lines;
    }

    @GetMapping("/companies/{company}/errors")
    @Requires(Right.READ)
    Html errors(Page page, Actor actor, @PathVariable String company, @RequestParam Map<String, String> asked) {
        ErrorFilter filter = ErrorFilter.of(asked);
        return Html.of("errors", Map.of("page", page, "view", view(page, actor, new CompanyId(company), filter)));
    }

    private ErrorsView view(Page page, Actor actor, CompanyId company, ErrorFilter filter) {
        boolean isResolved = filter.tab() == ErrorTab.RESOLVED;
        long settled = resolved.count(company, page.now());
        ErrorsFound.Found shown = isResolved ? resolved(page, company, filter, settled) : found.page(company, filter);
        return new ErrorsView(
                filter,
                standings.counted(company).resolved(settled),
                causes(company, filter, shown),
                ErrorGroup.of(lines.of(page, company, shown.rows()), shown.causes()),
                isResolved ? resolved.page(company, page.now(), filter) : List.of(),
                views.of(company, actor.person().person()),
                shown.clearable(),
                new Pager(
                        page.at("/errors?") + filter.whole(),
                        filter.page(),
                        filter.size(),
                        shown.matching(),
                        Count.LIMIT));
    }

    private ErrorsFound.Found resolved(Page page, CompanyId company, ErrorFilter filter, long settled) {
        long matching = filter.isFiltered() ? resolved.count(company, page.now(), filter) : settled;
        return new ErrorsFound.Found(List.of(), null, matching, 0);
    }

    /** All of this tab, whatever the filter; those of the rows where there is none. */
    private List<Cause> causes(CompanyId company, ErrorFilter filter, ErrorsFound.Found shown) {
        if (!filter.tab().isOfErrors()) {
            return List.of();
        }
        return shown.causes() != null && !filter.isFiltered()
                ? shown.causes()
                : causes.of(company, filter.tab().wanted());
    }
}
