package dev.relink.api;

import dev.relink.company.CompanyId;
import dev.relink.entity.EntityType;
import dev.relink.entity.Problems;
import dev.relink.entity.RecordKey;
import dev.relink.flow.Flow;
import dev.relink.flow.Flows;
import dev.relink.intake.Door;
import dev.relink.platform.Json;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which types go to QuickBooks, and whether by themselves. */
@RestController
@RequestMapping("/api/v1/companies/{company}")
class FlowRoutes {

    private final Flows flows;
    private final Audit audit;

    FlowRoutes(Flows flows, Audit audit) {
        this.flows = flows;
        this.audit = audit;
    }

    record View(String type, String mode, String onDelete) {
        static View of(Flow flow) {
            return new View(
                    flow.type().name(), flow.mode().word(), flow.onDelete().word());
        }
    }

    @Requires(Right.READ)
    @GetMapping("/flows")
    Page<View> list(@PathVariable CompanyId company) {
        List<View> views = flows.list(company).stream().map(View::of).toList();
        return new Page<>(views, null, views.size(), false);
    }

    /** What is left out stays as it is. */
    @Requires(Right.ADMIN)
    @PutMapping("/flows/{type}")
    View change(@PathVariable CompanyId company, @PathVariable String type, HttpServletRequest request, Actor actor)
            throws IOException {
        Flow before = flow(company, type);
        Body body = Body.of(Body.bytes(request), "mode", "onDelete");
        String mode = Objects.requireNonNullElse(
                body.textOrNull("mode"), before.mode().word());
        String onDelete = Objects.requireNonNullElse(
                body.textOrNull("onDelete"), before.onDelete().word());
        body.check();
        Flow after = new Flow(before.type(), mode(mode), onDelete(onDelete));
        flows.change(company, after);
        audit.add(company, actor, "change-flow", null, Json.write(View.of(before)), Json.write(View.of(after)));
        return View.of(after);
    }

    private Flow flow(CompanyId company, String type) {
        var problems = new Problems();
        EntityType of = Door.type(type, problems)
                .orElseThrow(() -> Refused.notFound(problems.list().getFirst().message() + "."));
        return flows.set(company).getOrDefault(of.name(), Flow.byItself(of));
    }

    private static Flow.Mode mode(String word) {
        try {
            return Flow.Mode.of(word);
        } catch (IllegalArgumentException unknown) {
            throw Refused.badField("/mode", "/mode is " + unknown.getMessage());
        }
    }

    private static Flow.OnDelete onDelete(String word) {
        try {
            return Flow.OnDelete.of(word);
        } catch (IllegalArgumentException unknown) {
            throw Refused.badField("/onDelete", "/onDelete is " + unknown.getMessage());
        }
    }

    /** A person's yes to records that await it: {@code {"records": ["invoice/4711", ...]}}; or no, as {@code "decision": "clear"}. */
    @Requires(Right.OPERATE)
    @PostMapping("/approvals")
    Map<String, Object> approve(@PathVariable CompanyId company, HttpServletRequest request, Actor actor)
            throws IOException {
        Body body = Body.of(Body.bytes(request), "records", "decision");
        List<String> records = body.texts("records");
        records.stream()
                .filter(record -> !record.contains("/"))
                .forEach(record -> body.problem("records", "has \"%s\"; write type/id".formatted(record)));
        String decision = Objects.requireNonNullElse(body.textOrNull("decision"), "approve");
        if (!List.of("approve", "clear").contains(decision)) {
            body.problem("decision", "is \"%s\"; write approve or clear".formatted(decision));
        }
        body.check();
        List<RecordKey> keys = records.stream()
                .map(record -> record.split("/", 2))
                .map(parts -> new RecordKey(parts[0], parts[1]))
                .toList();
        boolean yes = decision.equals("approve");
        int done = yes ? flows.approve(company, keys) : flows.clear(company, keys, "Not approved by " + actor.name());
        return Map.of(yes ? "approved" : "cleared", done, "notAwaiting", records.size() - done);
    }
}
