package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /companies/{c}}: is everything in step; if not, what first; what happens next and when. */
@Controller
class OverviewPage {

    private final JdbcStandings standings;
    private final JdbcCauses causes;
    private final JdbcOverview overview;
    private final JdbcLinks links;

    OverviewPage(JdbcStandings standings, JdbcCauses causes, JdbcOverview overview, JdbcLinks links) {
        this.standings = standings;
        this.causes = causes;
        this.overview = overview;
        this.links = links;
    }

    @GetMapping("/companies/{company}")
    @Requires(Right.READ)
    Html overview(Page page, @PathVariable String company) {
        var id = new CompanyId(company);
        var view = new OverviewView(
                standings.of(id),
                causes.of(id, ErrorTab.OPEN.wanted()),
                overview.days(id, page.now()),
                overview.acts(id),
                overview.next(id),
                links.of(id, page.now()));
        return Html.of("overview", Map.of("page", page, "view", view));
    }
}
