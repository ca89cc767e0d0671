package dev.relink.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.relink.company.CompanyId;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Csv;
import dev.relink.platform.web.Refused;
import dev.relink.repair.HandMadeBindings;
import dev.relink.repair.Repairs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bindings as a file: out for a look in a spreadsheet, in to bind many by hand. */
@RestController
@RequestMapping("/api/v1/companies/{company}/bindings.csv")
class BindingsCsvRoutes {

    private final JdbcBindingQueries queries;
    private final HandMadeBindings bindings;
    private final Once once;
    private final TransactionTemplate reading;

    BindingsCsvRoutes(
            JdbcBindingQueries queries, HandMadeBindings bindings, Once once, PlatformTransactionManager transactions) {
        this.queries = queries;
        this.bindings = bindings;
        this.once = once;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Requires(Right.READ)
    @GetMapping
    void export(@PathVariable CompanyId company, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"bindings-%s.csv\"".formatted(company));
        var out = new PrintWriter(new OutputStreamWriter(response.getOutputStream(), UTF_8));
        out.print(Csv.line(List.of("type", "id", "quickbooksId", "name", "fullName", "syncedAt")));
        reading.executeWithoutResult(_ -> queries.each(
                company,
                bound -> out.print(Csv.line(List.of(
                        bound.type(),
                        bound.recordId(),
                        bound.quickbooksId(),
                        bound.recordName(),
                        bound.fullName(),
                        bound.syncedAt() == null ? "" : bound.syncedAt().toString())))));
        out.flush();
    }

    /** @param repair for the undo; null when refused */
    record Line(
            int line,
            String verdict,
            String reason,
            @Nullable String repair) {}

    record Answer(List<Line> items, long accepted, long refused) {}

    /** The first line names the columns: {@code type}, {@code id} and {@code quickbooksId} must be among them. */
    @Requires(Right.OPERATE)
    @PostMapping
    ResponseEntity<byte[]> take(@PathVariable CompanyId company, HttpServletRequest request, Actor actor)
            throws IOException {
        Body.mustBe("text/csv", request);
        byte[] bytes = Body.anyBytes(request);
        return once.answer(request, actor, company.value(), bytes, () -> {
            List<Line> lines = bind(company, Csv.read(new String(bytes, UTF_8)), RepairRoutes.by(company, actor));
            long accepted = lines.stream()
                    .filter(line -> line.verdict().equals("accepted"))
                    .count();
            return Once.Answer.ok(new Answer(lines, accepted, lines.size() - accepted));
        });
    }

    private List<Line> bind(CompanyId company, List<List<String>> rows, Repairs.By by) {
        try {
            return bindings.bind(company, rows, by).stream()
                    .map(line -> new Line(
                            line.line(),
                            line.accepted() ? "accepted" : "refused",
                            line.reason(),
                            line.repair() == null ? null : line.repair().toString()))
                    .toList();
        } catch (HandMadeBindings.NoColumns bad) {
            throw Refused.badRequest(String.valueOf(bad.getMessage()));
        }
    }
}
