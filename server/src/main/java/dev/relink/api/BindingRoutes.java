package dev.relink.api;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.pending.WhenFound;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import dev.relink.repair.Repair;
import dev.relink.repair.Repairs;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bindings: see them, paste an id by hand, clear an id. */
@RestController
@RequestMapping("/api/v1/companies/{company}/bindings")
class BindingRoutes {

    private final JdbcBindingQueries queries;
    private final JdbcRecordQueries records;
    private final Repairs repairs;

    BindingRoutes(JdbcBindingQueries queries, JdbcRecordQueries records, Repairs repairs) {
        this.queries = queries;
        this.records = records;
        this.repairs = repairs;
    }

    @Requires(Right.READ)
    @GetMapping
    Page<JdbcBindingQueries.Bound> list(
            @PathVariable CompanyId company,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.list(company, new JdbcBindingQueries.Filter(type, q), Slice.of(limit, cursor));
    }

    @Requires(Right.READ)
    @GetMapping("/{type}/{id}")
    JdbcBindingQueries.Bound one(@PathVariable CompanyId company, @PathVariable String type, @PathVariable String id) {
        return queries.find(company, new RecordKey(type, id))
                .orElseThrow(() -> Refused.notFound("%s \"%s\" is not bound.".formatted(type, id)));
    }

    /** Checked against QuickBooks in the next cycle. */
    @Requires(Right.OPERATE)
    @PutMapping("/{type}/{id}")
    ResponseEntity<Map<String, Object>> relink(
            @PathVariable CompanyId company,
            @PathVariable String type,
            @PathVariable String id,
            HttpServletRequest request,
            Actor actor)
            throws IOException {
        Body body = Body.of(Body.bytes(request), "quickbooksId");
        String quickbooksId = body.text("quickbooksId");
        body.check();
        return repair(company, new RecordKey(type, id), new Repair.Relink(quickbooksId), actor);
    }

    @Requires(Right.ADMIN)
    @DeleteMapping("/{type}/{id}")
    ResponseEntity<Map<String, Object>> clear(
            @PathVariable CompanyId company, @PathVariable String type, @PathVariable String id, Actor actor) {
        return repair(company, new RecordKey(type, id), new Repair.ClearId(WhenFound.RELINK), actor);
    }

    private ResponseEntity<Map<String, Object>> repair(CompanyId company, RecordKey key, Repair repair, Actor actor) {
        if (records.find(company, key).isEmpty()) {
            throw Refused.notFound("There is no %s \"%s\".".formatted(key.type(), key.id()));
        }
        List<Repairs.Verdict> verdicts =
                repairs.apply(company, repair, List.of(key), RepairRoutes.by(company, actor), false);
        if (verdicts.isEmpty()) {
            throw Refused.conflict("%s \"%s\" is neither pending nor bound: there is nothing to change."
                    .formatted(key.type(), key.id()));
        }
        Repairs.Verdict verdict = verdicts.getFirst();
        if (!verdict.accepted()) {
            throw Refused.conflict(verdict.effect());
        }
        return ResponseEntity.accepted().body(RepairRoutes.told(verdict));
    }
}
