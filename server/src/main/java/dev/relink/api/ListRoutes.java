package dev.relink.api;

import dev.relink.company.CompanyId;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits, what went wrong and what happened. */
@RestController
@RequestMapping("/api/v1/companies/{company}")
class ListRoutes {

    private final JdbcPendingSyncQueries pendingSyncs;
    private final JdbcHistoryQueries history;
    private final SyncErrorViews syncErrors;
    private final Candidates candidates;
    private final Exchanges exchanges;

    ListRoutes(
            JdbcPendingSyncQueries pendingSyncs,
            JdbcHistoryQueries history,
            SyncErrorViews syncErrors,
            Candidates candidates,
            Exchanges exchanges) {
        this.pendingSyncs = pendingSyncs;
        this.history = history;
        this.syncErrors = syncErrors;
        this.candidates = candidates;
        this.exchanges = exchanges;
    }

    @Requires(Right.READ)
    @GetMapping("/pending-syncs")
    Page<JdbcPendingSyncQueries.Listed> pendingSyncs(
            @PathVariable CompanyId company,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return pendingSyncs.list(company, new JdbcPendingSyncQueries.Filter(type, state), Slice.of(limit, cursor));
    }

    @Requires(Right.READ)
    @GetMapping("/sync-errors")
    Page<SyncErrorViews.View> syncErrors(
            @PathVariable CompanyId company,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String family,
            @RequestParam(required = false) @Nullable String repair,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return syncErrors.list(
                company, new JdbcSyncErrorQueries.Filter(code, type, family, repair, q), Slice.of(limit, cursor));
    }

    @Requires(Right.READ)
    @GetMapping("/sync-errors/{id}")
    SyncErrorViews.Whole syncError(@PathVariable CompanyId company, @PathVariable String id) {
        return syncErrors.find(company, number(id)).orElseThrow(() -> noError(id));
    }

    @Requires(Right.READ)
    @GetMapping("/sync-errors/{id}/candidates")
    Candidates.Answer candidates(@PathVariable CompanyId company, @PathVariable String id) {
        return candidates.of(company, number(id)).orElseThrow(() -> noError(id));
    }

    @Requires(Right.READ)
    @GetMapping("/history")
    Page<JdbcHistoryQueries.Event> history(
            @PathVariable CompanyId company,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String id,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return history.list(company, new JdbcHistoryQueries.Filter(type, id, outcome), Slice.of(limit, cursor));
    }

    @Requires(Right.READ)
    @GetMapping("/exchanges/{messageSet}/{request}")
    Exchanges.Exchange exchange(
            @PathVariable CompanyId company, @PathVariable String messageSet, @PathVariable String request) {
        return exchanges
                .find(company, messageSet, request)
                .orElseThrow(() -> Refused.notFound("There is no message set \"%s\".".formatted(messageSet)));
    }

    /** An id that is no number is one that does not exist. */
    static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Refused noError(String id) {
        return Refused.notFound(
                "There is no sync error %s: it goes as soon as its record is synced or skipped.".formatted(id));
    }
}
