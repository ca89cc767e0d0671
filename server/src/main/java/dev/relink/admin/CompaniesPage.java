package dev.relink.admin;

import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /}: is everything in step, company by company? */
@Controller
class CompaniesPage {

    private final JdbcCompanyRows companies;

    CompaniesPage(JdbcCompanyRows companies) {
        this.companies = companies;
    }

    @GetMapping("/")
    @Requires(Right.SIGNED_IN)
    Html all(Page page, Actor actor) {
        return Html.of("companies", Map.of("page", page, "companies", companies.all(actor.access(), page.now())));
    }
}
