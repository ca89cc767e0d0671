package dev.relink.api;

import dev.relink.company.CompanyId;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.syncerror.UnknownCode;
import dev.relink.syncerror.UnknownCodes;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Codes that the catalogue does not know yet, in the companies that the asker administers. */
@RestController
@RequestMapping("/api/v1/unknown-codes")
class UnknownCodeRoutes {

    private final UnknownCodes codes;

    UnknownCodeRoutes(UnknownCodes codes) {
        this.codes = codes;
    }

    /**
     * One code.
     *
     * @param message QuickBooks' own words, the last time
     * @param report ready to be sent: without names and ids
     */
    record View(
            String code,
            long times,
            long companies,
            Instant firstSeen,
            Instant lastSeen,
            String message,
            String report) {

        static View of(UnknownCode unknown) {
            return new View(
                    unknown.code().toString(),
                    unknown.times(),
                    unknown.companies(),
                    unknown.firstSeen(),
                    unknown.lastSeen(),
                    unknown.message(),
                    unknown.report());
        }
    }

    @Requires(Right.ADMIN_OF_SOMETHING)
    @GetMapping
    Page<View> list(Actor actor) {
        Access access = actor.access();
        List<View> all = codes
                .of(
                        access.mayAdminEverything()
                                ? null
                                : access.administered().stream()
                                        .map(CompanyId::value)
                                        .toList())
                .stream()
                .map(View::of)
                .toList();
        return new Page<>(all, null, all.size(), false);
    }
}
