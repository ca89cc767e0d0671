package dev.relink.admin;

import dev.relink.platform.security.Access;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /audit}: who did what. */
@Controller
class AuditPage {

    private static final int SIZE = 100;

    /** What a spreadsheet can hold. */
    private static final int MOST_EXPORTED = 1_000_000;

    private final JdbcAuditEntries entries;
    private final JdbcCompanyFrames companies;

    AuditPage(JdbcAuditEntries entries, JdbcCompanyFrames companies) {
        this.entries = entries;
        this.companies = companies;
    }

    @GetMapping("/audit")
    @Requires(Right.ADMIN_OF_SOMETHING)
    Html audit(Page page, Actor actor, @RequestParam Map<String, String> asked) {
        AuditFilter filter = AuditFilter.of(asked);
        List<AuditEntry> found = entries.list(actor.access(), filter, SIZE + 1);
        return Html.of(
                "audit",
                Map.of(
                        "page",
                        page,
                        "entries",
                        found.stream().limit(SIZE).toList(),
                        "filter",
                        filter,
                        "companies",
                        choices(actor.access()),
                        "older",
                        found.size() > SIZE ? filter.older(found.get(SIZE - 1).cursor()) : ""));
    }

    private List<Choice> choices(Access access) {
        return companies.links(access).stream()
                .map(company -> new Choice(company.id(), company.name()))
                .toList();
    }

    /** All that match, a line each. */
    @GetMapping("/audit.csv")
    @Requires(Right.ADMIN_OF_SOMETHING)
    void export(Actor actor, @RequestParam Map<String, String> asked, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
        PrintWriter out = response.getWriter();
        out.print(Csv.line(List.of("at", "who", "did", "to", "company", "before", "after")));
        entries.each(actor.access(), AuditFilter.of(asked), MOST_EXPORTED, entry -> out.print(line(entry)));
        out.flush();
    }

    private static String line(AuditEntry entry) {
        return Csv.line(List.of(
                entry.at().toString(),
                entry.actor(),
                entry.act(),
                entry.subject(),
                entry.company(),
                joined(entry, Changes.Change::before),
                joined(entry, Changes.Change::after)));
    }

    private static String joined(AuditEntry entry, Function<Changes.Change, String> side) {
        return entry.changes().stream()
                .filter(change -> !side.apply(change).isEmpty())
                .map(change -> change.name() + ": " + side.apply(change))
                .collect(Collectors.joining("; "));
    }
}
