package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.syncerror.UnknownCodes;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /unknown-codes}: codes that we do not know yet, in the companies that somebody administers. */
@Controller
class UnknownCodesPage {

    private final UnknownCodes codes;

    UnknownCodesPage(UnknownCodes codes) {
        this.codes = codes;
    }

    @GetMapping("/unknown-codes")
    @Requires(Right.ADMIN_OF_SOMETHING)
    Html list(Page page, Actor actor) {
        Access access = actor.access();
        var found = codes.of(
                access.mayAdminEverything()
                        ? null
                        : access.administered().stream().map(CompanyId::value).toList());
        return Html.of("unknown-codes", Map.of("page", page, "codes", found));
    }
}
