package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.flow.Flow;
import dev.relink.flow.Flows;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /companies/{c}/flows}: which types go to QuickBooks, and which only after a yes. */
@Controller
class FlowsPage {

    private final Flows flows;
    private final JdbcPageAudit audit;

    FlowsPage(Flows flows, JdbcPageAudit audit) {
        this.flows = flows;
        this.audit = audit;
    }

    @GetMapping("/companies/{company}/flows")
    @Requires(Right.READ)
    Html flows(Page page, @PathVariable String company) {
        return Html.of("flows", Map.of("page", page, "flows", flows.list(new CompanyId(company))));
    }

    @PostMapping("/companies/{company}/flows/{type}")
    @Requires(Right.ADMIN)
    SeeOther change(
            Page page,
            Actor actor,
            @PathVariable String company,
            @PathVariable String type,
            @RequestParam(defaultValue = "") String mode,
            @RequestParam(defaultValue = "") String onDelete) {
        EntityType known = EntityTypes.of(type)
                .filter(EntityType::isSendable)
                .orElseThrow(() -> Refused.notFound("The app cannot send a \"" + type + "\"."));
        Flow flow = flow(known, mode, onDelete);
        var id = new CompanyId(company);
        Flow before = flows.set(id).getOrDefault(type, Flow.byItself(known));
        flows.change(id, flow);
        Function<Flow, Map<String, String>> told = one ->
                Map.of("mode", one.mode().word(), "onDelete", one.onDelete().word());
        audit.note(id, actor.name(), "change flow " + type, told.apply(before), told.apply(flow), page.now());
        return new SeeOther(page.at("/flows"), Note.done(known.label() + ": " + told(flow)));
    }

    private static Flow flow(EntityType type, String mode, String onDelete) {
        try {
            return new Flow(type, Flow.Mode.of(mode), Flow.OnDelete.of(onDelete));
        } catch (IllegalArgumentException bad) {
            throw Refused.badField("/mode", String.valueOf(bad.getMessage()));
        }
    }

    private static String told(Flow flow) {
        String sent = switch (flow.mode()) {
            case OFF -> "kept, and not sent from now on";
            case AUTOMATIC -> "sent by itself from now on";
            case APPROVAL -> "sent after somebody approves it, from now on";
        };
        return sent + (flow.removes() || flow.isOff() ? "." : "; deletions in the app leave QuickBooks as it is.");
    }
}
