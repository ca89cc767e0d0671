package dev.relink.api;

import dev.relink.company.CompanyId;
import dev.relink.entity.Difference;
import dev.relink.entity.RecordKey;
import dev.relink.firstlink.FirstLink;
import dev.relink.firstlink.FirstLinkDecisions;
import dev.relink.firstlink.FirstLinks;
import dev.relink.firstlink.Keep;
import dev.relink.firstlink.Pair;
import dev.relink.firstlink.Proposal;
import dev.relink.firstlink.Proposals;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The first link: what of the app is what in QuickBooks, decided before anything is created. */
@RestController
@RequestMapping("/api/v1/companies/{company}/first-link")
class FirstLinkRoutes {

    private final FirstLinks firstLinks;
    private final FirstLinkDecisions decisions;
    private final Proposals proposals;

    FirstLinkRoutes(FirstLinks firstLinks, FirstLinkDecisions decisions, Proposals proposals) {
        this.firstLinks = firstLinks;
        this.decisions = decisions;
        this.proposals = proposals;
    }

    /** @param state {@code not-begun}, {@code reading}, {@code review} or {@code done} */
    record View(
            String state,
            @Nullable Instant begunAt,
            @Nullable String begunBy,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            long waiting,
            long exact,
            long unlinkedEntries) {
        static View of(FirstLink link) {
            return new View(
                    link.state().word(),
                    link.begunAt(),
                    link.begunBy(),
                    link.endedAt(),
                    link.endedBy(),
                    link.waiting(),
                    link.exact(),
                    link.entries());
        }
    }

    record Waiting(String type, String id, String name, List<Candidate> candidates) {
        static Waiting of(Proposal one) {
            return new Waiting(
                    one.key().type(),
                    one.key().id(),
                    one.name(),
                    one.candidates().stream().map(Candidate::of).toList());
        }
    }

    record Candidate(
            String quickbooksId,
            String fullName,
            boolean active,
            int score,
            boolean exact,
            List<String> because,
            List<Difference> differs) {
        static Candidate of(Proposal.Candidate one) {
            return new Candidate(
                    one.quickbooksId(),
                    one.fullName(),
                    one.active(),
                    one.score(),
                    one.exact(),
                    one.because(),
                    one.differs());
        }
    }

    @Requires(Right.READ)
    @GetMapping
    View state(@PathVariable CompanyId company) {
        return View.of(firstLinks.of(company));
    }

    /** {@code {"open": true}} begins, {@code {"open": false}} ends: then everything goes normally. */
    @Requires(Right.ADMIN)
    @PutMapping
    View change(@PathVariable CompanyId company, HttpServletRequest request, Actor actor) throws IOException {
        Body body = Body.of(Body.bytes(request), "open");
        boolean open = body.flag("open");
        if (!body.has("open")) {
            body.problem("open", "is missing");
        }
        body.check();
        if (open) {
            firstLinks.begin(company, actor.name());
        } else {
            firstLinks.end(company, actor.name());
        }
        return View.of(firstLinks.of(company));
    }

    @Requires(Right.READ)
    @GetMapping("/matches")
    Page<Waiting> matches(
            @PathVariable CompanyId company,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable Boolean exact,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Slice slice = Slice.of(limit, cursor);
        @Nullable String[] after = slice.place(2);
        RecordKey behind = after[0] == null || after[1] == null ? null : new RecordKey(after[0], after[1]);
        List<Waiting> rows =
                proposals.list(company, new Proposals.Wanted(type, exact, q), behind, slice.rows()).stream()
                        .map(Waiting::of)
                        .toList();
        return Page.of(rows, slice, firstLinks.of(company).waiting(), row -> List.of(row.type(), row.id()));
    }

    /**
     * {@code {"decision": "accept", "exact": true}} takes all exact matches, {@code {"decision": "accept", "matches":
     * {"customer/17": "80000001-1700000000"}}} these; {@code create} and {@code ignore} take {@code "records":
     * ["customer/17"]}. {@code "keep": "quickbooks"} leaves QuickBooks' values where they differ.
     */
    @Requires(Right.OPERATE)
    @PostMapping("/decisions")
    Map<String, Object> decide(@PathVariable CompanyId company, HttpServletRequest request, Actor actor)
            throws IOException {
        Body body = Body.of(Body.bytes(request), "decision", "exact", "matches", "records", "keep");
        String decision = body.text("decision");
        Keep keep = keep(body);
        boolean exact = body.flag("exact");
        List<Pair> choices = choices(body);
        List<RecordKey> records = body.has("records")
                ? body.texts("records").stream()
                        .map(record -> key(body, "records", record))
                        .filter(Objects::nonNull)
                        .toList()
                : List.of();
        if (!List.of("accept", "create", "ignore").contains(decision)) {
            body.problem("decision", "is \"%s\"; write accept, create or ignore".formatted(decision));
        }
        body.check();
        return switch (decision) {
            case "accept" -> {
                List<Pair> bound = exact
                        ? decisions.acceptExact(company, keep, actor.name())
                        : decisions.accept(company, choices, keep, actor.name());
                yield told(bound.size(), exact ? bound.size() : choices.size());
            }
            case "create" -> told(decisions.create(company, records, actor.name()), records.size());
            default -> told(decisions.ignore(company, records, actor.name()), records.size());
        };
    }

    /** What was not done does not wait any more, or its entry is gone or taken. */
    private static Map<String, Object> told(int done, int asked) {
        return Map.of("done", done, "notDone", asked - done);
    }

    private static Keep keep(Body body) {
        String word = Objects.requireNonNullElse(body.textOrNull("keep"), "app");
        if (!word.equals("app") && !word.equals("quickbooks")) {
            body.problem("keep", "is \"%s\"; write app or quickbooks".formatted(word));
        }
        return word.equals("quickbooks") ? Keep.QUICKBOOKS : Keep.APP;
    }

    private static List<Pair> choices(Body body) {
        var matches = body.object("matches");
        return matches == null
                ? List.of()
                : matches.properties().stream()
                        .map(match -> {
                            RecordKey key = key(body, "matches", match.getKey());
                            return key == null
                                    ? null
                                    : new Pair(key, match.getValue().asString(""));
                        })
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static @Nullable RecordKey key(Body body, String field, String record) {
        int slash = record.indexOf('/');
        if (slash < 1) {
            body.problem(field, "has \"%s\"; write type/id".formatted(record));
            return null;
        }
        return new RecordKey(record.substring(0, slash), record.substring(slash + 1));
    }
}
