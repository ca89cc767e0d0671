package dev.relink.admin;

import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /audit}: who did what. */
@Controller
class AuditPage {

    private static final int SHOWN = 200;

    private final JdbcAuditEntries entries;

    AuditPage(JdbcAuditEntries entries) {
        this.entries = entries;
    }

    @GetMapping("/audit")
    @Requires(Right.ADMIN_OF_SOMETHING)
    Html audit(Page page, Actor actor) {
        return Html.of("audit", Map.of("page", page, "entries", entries.newest(actor.access(), SHOWN)));
    }
}
