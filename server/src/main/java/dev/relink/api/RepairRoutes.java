package dev.relink.api;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.pending.WhenFound;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import dev.relink.repair.Lookalike;
import dev.relink.repair.Prospect;
import dev.relink.repair.Repair;
import dev.relink.repair.Repairs;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Doing something about sync errors: one, many, or all that match. */
@RestController
@RequestMapping("/api/v1/companies/{company}/repairs")
class RepairRoutes {

    /** In one call and one transaction. */
    static final int MOST = 10_000;

    private static final Set<String> FILTERS = Set.of("code", "type", "family", "repair", "q");

    private final Repairs repairs;
    private final JdbcSyncErrorQueries errors;
    private final Once once;

    RepairRoutes(Repairs repairs, JdbcSyncErrorQueries errors, Once once) {
        this.repairs = repairs;
        this.errors = errors;
        this.once = once;
    }

    /**
     * What came of one error.
     *
     * @param verdict {@code accepted} or {@code refused}
     * @param reason what will happen, or why nothing does
     * @param repair for the undo; null when nothing was done
     * @param prospect of Clear ID: the same verdict as the dialog of the pages shows
     * @param match of Clear ID: what QuickBooks likely has of it under another ID
     */
    record Item(
            String syncError,
            String verdict,
            String reason,
            @Nullable String repair,
            @JsonInclude(NON_NULL) @Nullable String prospect,
            @JsonInclude(NON_NULL) @Nullable Match match) {}

    /** @param why what is the same on both sides */
    record Match(String quickbooksId, String name, boolean active, String why) {
        static @Nullable Match of(@Nullable Lookalike lookalike) {
            return lookalike == null
                    ? null
                    : new Match(lookalike.quickbooksId(), lookalike.name(), lookalike.active(), lookalike.why());
        }
    }

    /** @param clearId of Clear ID: what the accepted ones come to */
    record Answer(
            List<Item> items,
            long accepted,
            long refused,
            @JsonInclude(NON_NULL) @Nullable ClearIdTotals clearId) {
        static Answer of(List<Item> items, Repair repair) {
            long accepted = items.stream()
                    .filter(item -> item.verdict().equals("accepted"))
                    .count();
            return new Answer(
                    items,
                    accepted,
                    items.size() - accepted,
                    repair instanceof Repair.ClearId ? ClearIdTotals.of(items) : null);
        }
    }

    record ClearIdTotals(long relinks, long creates, long looksUpFirst) {
        static ClearIdTotals of(List<Item> items) {
            return new ClearIdTotals(
                    count(items, Prospect.LIKELY_TWIN),
                    count(items, Prospect.GONE),
                    count(items, Prospect.NOT_CHECKED));
        }

        private static long count(List<Item> items, Prospect prospect) {
            return items.stream()
                    .filter(item ->
                            item.verdict().equals("accepted") && prospect.word().equals(item.prospect()))
                    .count();
        }
    }

    @Requires(Right.OPERATE)
    @PostMapping
    ResponseEntity<byte[]> repair(@PathVariable CompanyId company, HttpServletRequest request, Actor actor)
            throws IOException {
        byte[] bytes = Body.bytes(request);
        return once.answer(request, actor, company.value(), bytes, () -> Once.Answer.ok(apply(company, bytes, actor)));
    }

    private Answer apply(CompanyId company, byte[] bytes, Actor actor) {
        Body body = Body.of(
                bytes,
                "repair",
                "syncErrors",
                "filter",
                "whenMatchFound",
                "quickbooksId",
                "name",
                "reason",
                "never",
                "fields",
                "dryRun");
        Repair repair = repair(body);
        boolean dryRun = body.flag("dryRun");
        if (body.has("syncErrors") == body.has("filter")) {
            body.problem("syncErrors", "or /filter must be there, and not both");
        }
        List<String> named = body.has("syncErrors") ? body.texts("syncErrors") : List.of();
        JdbcSyncErrorQueries.Filter filter = filter(body);
        body.check();
        List<String> ids = body.has("filter")
                ? errors.ids(company, filter, MOST).stream()
                        .map(Object::toString)
                        .toList()
                : named;
        if (ids.size() > MOST) {
            throw Refused.badField("/syncErrors", "%d errors; at most %d in one call.".formatted(ids.size(), MOST));
        }
        Repair wanted = Objects.requireNonNull(repair);
        return Answer.of(items(company, wanted, ids, by(company, actor), dryRun), wanted);
    }

    private List<Item> items(CompanyId company, Repair repair, List<String> ids, Repairs.By by, boolean dryRun) {
        Map<Long, RecordKey> keys = errors.keys(
                company, ids.stream().map(ListRoutes::number).distinct().toList());
        List<RecordKey> records = ids.stream()
                .map(id -> keys.get(ListRoutes.number(id)))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<RecordKey, Repairs.Verdict> verdicts = repairs.apply(company, repair, records, by, dryRun).stream()
                .collect(Collectors.toMap(Repairs.Verdict::key, verdict -> verdict, (one, _) -> one));
        List<Item> items = new ArrayList<>();
        for (String id : ids) {
            RecordKey key = keys.get(ListRoutes.number(id));
            items.add(item(id, key == null ? null : verdicts.get(key)));
        }
        return items;
    }

    private static Item item(String id, Repairs.@Nullable Verdict verdict) {
        if (verdict == null) {
            return new Item(
                    id,
                    "refused",
                    "This sync error is gone: its record was synced, skipped or repaired.",
                    null,
                    null,
                    null);
        }
        return new Item(
                id,
                verdict.accepted() ? "accepted" : "refused",
                verdict.effect(),
                verdict.repairId() == null ? null : verdict.repairId().toString(),
                verdict.prospect() == null ? null : verdict.prospect().word(),
                Match.of(verdict.lookalike()));
    }

    @Requires(Right.OPERATE)
    @PostMapping("/{id}/undo")
    ResponseEntity<byte[]> undo(
            @PathVariable CompanyId company, @PathVariable String id, HttpServletRequest request, Actor actor)
            throws IOException {
        return once.answer(request, actor, company.value(), Body.bytes(request), () -> {
            Repairs.Verdict verdict = undo(company, id, actor);
            if (!verdict.accepted()) {
                throw Refused.conflict(verdict.effect());
            }
            return Once.Answer.ok(told(verdict));
        });
    }

    private Repairs.Verdict undo(CompanyId company, String id, Actor actor) {
        try {
            return repairs.undo(company, ListRoutes.number(id), by(company, actor));
        } catch (IllegalArgumentException unknown) {
            throw Refused.notFound("There is no repair %s.".formatted(id));
        }
    }

    static Map<String, Object> told(Repairs.Verdict verdict) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("type", verdict.key().type());
        told.put("id", verdict.key().id());
        told.put("verdict", verdict.accepted() ? "accepted" : "refused");
        told.put("reason", verdict.effect());
        if (verdict.repairId() instanceof Long repair) {
            told.put("repair", repair.toString());
        }
        return told;
    }

    static Repairs.By by(CompanyId company, Actor actor) {
        return new Repairs.By(
                actor.name(), actor.access().mayOperate(company), actor.access().mayAdmin(company));
    }

    private static @Nullable Repair repair(Body body) {
        return switch (body.text("repair")) {
            case "send-again" -> new Repair.SendAgain();
            case "clear-id" -> new Repair.ClearId(whenFound(body));
            case "relink" -> new Repair.Relink(body.text("quickbooksId"));
            case "sync-parent-first" -> new Repair.SyncParentFirst();
            case "skip" -> {
                String reason = Objects.requireNonNullElse(body.textOrNull("reason"), "");
                yield body.flag("never") ? new Repair.Never(reason) : new Repair.Skip(reason);
            }
            case "reactivate" -> new Repair.Reactivate();
            case "rename" -> new Repair.Rename(body.text("name"));
            case "keep-app" -> new Repair.KeepApp();
            case "keep-quickbooks" ->
                body.has("fields")
                        ? new Repair.KeepFields(Set.copyOf(body.texts("fields")))
                        : new Repair.KeepQuickBooks();
            case "create-new" -> new Repair.CreateNew();
            default -> {
                body.problem(
                        "repair",
                        "is not one of: clear-id, relink, send-again, sync-parent-first, reactivate, rename, skip,"
                                + " keep-app, keep-quickbooks, create-new");
                yield null;
            }
        };
    }

    private static WhenFound whenFound(Body body) {
        String word = Objects.requireNonNullElse(body.textOrNull("whenMatchFound"), "relink");
        if (!Set.of("relink", "ask", "create").contains(word)) {
            body.problem("whenMatchFound", "is \"%s\"; write relink, ask or create".formatted(word));
            return WhenFound.RELINK;
        }
        return WhenFound.of(word);
    }

    private static JdbcSyncErrorQueries.Filter filter(Body body) {
        JsonNode filter = body.object("filter");
        if (filter == null) {
            return new JdbcSyncErrorQueries.Filter(null, null, null, null, null);
        }
        filter.propertyNames().stream()
                .filter(name -> !FILTERS.contains(name) || !filter.get(name).isString())
                .forEach(name ->
                        body.problem("filter/" + name, "is no filter; known are code, type, family, repair, q"));
        return new JdbcSyncErrorQueries.Filter(
                word(filter, "code"),
                word(filter, "type"),
                word(filter, "family"),
                word(filter, "repair"),
                word(filter, "q"));
    }

    private static @Nullable String word(JsonNode filter, String name) {
        JsonNode value = filter.get(name);
        return value != null && value.isString() ? value.asString() : null;
    }
}
