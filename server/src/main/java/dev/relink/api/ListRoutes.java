package dev.relink.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.relink.company.CompanyId;
import dev.relink.cycle.Preview;
import dev.relink.entity.Difference;
import dev.relink.entity.RecordKey;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
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
    private final Preview preview;

    ListRoutes(
            JdbcPendingSyncQueries pendingSyncs,
            JdbcHistoryQueries history,
            SyncErrorViews syncErrors,
            Candidates candidates,
            Exchanges exchanges,
            Preview preview) {
        this.pendingSyncs = pendingSyncs;
        this.history = history;
        this.syncErrors = syncErrors;
        this.candidates = candidates;
        this.exchanges = exchanges;
        this.preview = preview;
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

    /** What would be sent for it if it went now; nothing is sent. */
    @Requires(Right.READ)
    @GetMapping("/pending-syncs/{type}/{id}/preview")
    PreviewView preview(@PathVariable CompanyId company, @PathVariable String type, @PathVariable String id) {
        return preview.of(company, new RecordKey(type, id))
                .map(PreviewView::of)
                .orElseThrow(() -> Refused.notFound("Nothing is pending for %s \"%s\".".formatted(type, id)));
    }

    /** @param request null when it cannot be written yet; {@code why} then says why */
    record PreviewView(
            String verb,
            @Nullable String request,
            @Nullable String why,
            @JsonRawValue String record,
            List<Difference> changes) {
        static PreviewView of(Preview.Would would) {
            return new PreviewView(would.verb(), would.request(), would.why(), would.values(), would.changes());
        }
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
    Candidates.Answer candidates(
            @PathVariable CompanyId company,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String q) {
        return candidates.of(company, number(id), q).orElseThrow(() -> noError(id));
    }

    @Requires(Right.READ)
    @GetMapping("/history")
    Page<JdbcHistoryQueries.Event> history(
            @PathVariable CompanyId company,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String id,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return history.list(
                company,
                new JdbcHistoryQueries.Filter(type, id, outcome, code, q, day("from", from), day("to", to)),
                Slice.of(limit, cursor));
    }

    @Requires(Right.READ)
    @GetMapping("/exchanges/{messageSet}/{request}")
    Exchanges.Exchange exchange(
            @PathVariable CompanyId company, @PathVariable String messageSet, @PathVariable String request) {
        return exchanges
                .find(company, messageSet, request)
                .orElseThrow(() -> Refused.notFound("There is no message set \"%s\".".formatted(messageSet)));
    }

    private static @Nullable LocalDate day(String name, @Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Refused.badRequest("%s is \"%s\"; write a day such as 2026-11-25.".formatted(name, text));
        }
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
