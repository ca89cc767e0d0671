package dev.relink.api;

import dev.relink.company.Companies;
import dev.relink.company.CompanyId;
import dev.relink.entity.EntityType;
import dev.relink.entity.Problem;
import dev.relink.entity.Problems;
import dev.relink.entity.QuickBooks;
import dev.relink.entity.RecordKey;
import dev.relink.entity.Values;
import dev.relink.intake.Door;
import dev.relink.intake.Intake;
import dev.relink.intake.LineIntake;
import dev.relink.intake.Received;
import dev.relink.intake.Verdict;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.FieldProblem;
import dev.relink.platform.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the app tells us: whole records, one at a time or as a stream of lines; and where each of them stands. */
@RestController
@RequestMapping("/api/v1/companies/{company}/records")
class RecordRoutes {

    private final Companies companies;
    private final Intake intake;
    private final LineIntake lines;
    private final RecordStanding standing;
    private final JdbcRecordQueries queries;
    private final Audit audit;

    RecordRoutes(
            Companies companies,
            Intake intake,
            LineIntake lines,
            RecordStanding standing,
            JdbcRecordQueries queries,
            Audit audit) {
        this.companies = companies;
        this.intake = intake;
        this.lines = lines;
        this.standing = standing;
        this.queries = queries;
        this.audit = audit;
    }

    @Requires(Right.OPERATE)
    @PutMapping("/{type}/{id}")
    ResponseEntity<Map<String, Object>> put(
            @PathVariable CompanyId company,
            @PathVariable String type,
            @PathVariable String id,
            HttpServletRequest request)
            throws IOException {
        EntityType of = sendable(type);
        var problems = new Problems();
        Door.checkId("", id, problems);
        Values values = door(company).record(of, id, Body.json(Body.bytes(request)), problems);
        Body.refuse(problems);
        return answer(of, id, intake.put(company, of, id, values));
    }

    @Requires(Right.OPERATE)
    @DeleteMapping("/{type}/{id}")
    ResponseEntity<Map<String, Object>> delete(
            @PathVariable CompanyId company, @PathVariable String type, @PathVariable String id, Actor actor) {
        EntityType of = sendable(type);
        Verdict verdict = intake.delete(company, of, id);
        if (!(verdict instanceof Verdict.NoSuchRecord)) {
            audit.deleted(company, new RecordKey(type, id), actor);
        }
        return answer(of, id, verdict);
    }

    private static ResponseEntity<Map<String, Object>> answer(EntityType type, String id, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pending() -> state(HttpStatus.ACCEPTED, "pending");
            case Verdict.Unchanged() -> state(HttpStatus.OK, "unchanged");
            case Verdict.Kept() -> state(HttpStatus.OK, "not-sent");
            case Verdict.NoSuchRecord() -> throw Refused.notFound("There is no %s \"%s\".".formatted(type.name(), id));
            case Verdict.Refused(List<Problem> problems) ->
                throw Refused.badFields(problems.stream()
                        .map(problem -> new FieldProblem(problem.pointer(), problem.message()))
                        .toList());
        };
    }

    private static ResponseEntity<Map<String, Object>> state(HttpStatus status, String state) {
        return ResponseEntity.status(status).body(Map.of("state", state));
    }

    /** Sending the same lines again changes nothing, so a stream needs no Idempotency-Key. */
    @Requires(Right.OPERATE)
    @PostMapping
    ResponseEntity<Received> stream(@PathVariable CompanyId company, HttpServletRequest request) throws IOException {
        Body.mustBe("application/x-ndjson", request);
        return ResponseEntity.accepted().body(lines.stream(company, door(company), request.getInputStream()));
    }

    @Requires(Right.READ)
    @GetMapping("/{type}/{id}")
    RecordStanding.View one(@PathVariable CompanyId company, @PathVariable String type, @PathVariable String id) {
        return standing.of(company, new RecordKey(type, id))
                .orElseThrow(() -> Refused.notFound("There is no %s \"%s\".".formatted(type, id)));
    }

    @Requires(Right.READ)
    @GetMapping
    Page<JdbcRecordQueries.Listed> list(
            @PathVariable CompanyId company,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.list(company, new JdbcRecordQueries.Filter(type, state, q), Slice.of(limit, cursor));
    }

    private Door door(CompanyId company) {
        return new Door(QuickBooks.of(companies
                .find(company)
                .orElseThrow(() -> CompanyRoutes.noCompany(company))
                .quickbooks()
                .word()));
    }

    private static EntityType sendable(String name) {
        var problems = new Problems();
        return Door.type(name, problems)
                .orElseThrow(() -> Refused.notFound(problems.list().getFirst().message() + "."));
    }
}
