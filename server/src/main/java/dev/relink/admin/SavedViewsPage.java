package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeping and forgetting views of the errors page. They are the reader's own, so reading is right enough. */
@Controller
class SavedViewsPage {

    private static final int LONGEST = 60;

    private final JdbcSavedViews views;

    SavedViewsPage(JdbcSavedViews views) {
        this.views = views;
    }

    @PostMapping("/companies/{company}/errors/views")
    @Requires(Right.READ)
    SeeOther save(Page page, Actor actor, @PathVariable String company, @RequestParam Map<String, String> fields) {
        String query = canonical(fields.getOrDefault("query", ""));
        String name = fields.getOrDefault("name", "").strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            return new SeeOther(
                    page.at("/errors?" + query),
                    Note.refused("The view was not kept: its name must have 1 to %d characters.".formatted(LONGEST)));
        }
        views.save(new CompanyId(company), actor.person().person(), new SavedView(name, query), page.now());
        return new SeeOther(page.at("/errors?" + query), Note.done("The view “" + name + "” is kept for you."));
    }

    @PostMapping("/companies/{company}/errors/views/forget")
    @Requires(Right.READ)
    SeeOther forget(Page page, Actor actor, @PathVariable String company, @RequestParam Map<String, String> fields) {
        String name = fields.getOrDefault("name", "");
        boolean was = views.forget(new CompanyId(company), actor.person().person(), name);
        return new SeeOther(
                page.at("/errors"),
                was
                        ? Note.done("The view “" + name + "” is forgotten.")
                        : Note.refused("There is no view “" + name + "” of yours."));
    }

    /** Read and written again: nothing but filters comes out. */
    private static String canonical(String query) {
        Map<String, String> asked = Arrays.stream(query.split("&"))
                .filter(part -> part.indexOf('=') > 0)
                .collect(Collectors.toMap(
                        part -> part.substring(0, part.indexOf('=')),
                        part -> Queries.decoded(part.substring(part.indexOf('=') + 1)),
                        (one, other) -> one));
        return ErrorFilter.of(asked).whole();
    }
}
