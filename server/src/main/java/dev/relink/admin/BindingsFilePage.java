package dev.relink.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.relink.company.CompanyId;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Csv;
import dev.relink.repair.HandMadeBindings;
import dev.relink.repair.Repairs;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Bindings out for a spreadsheet, and in from one. */
@Controller
class BindingsFilePage {

    private static final int PIECE = 1_000;
    private static final int TOLD = 5;

    private final JdbcRecordLines lines;
    private final HandMadeBindings bindings;

    BindingsFilePage(JdbcRecordLines lines, HandMadeBindings bindings) {
        this.lines = lines;
        this.bindings = bindings;
    }

    @GetMapping("/companies/{company}/bindings.csv")
    @Requires(Right.READ)
    void export(@PathVariable String company, @RequestParam Map<String, String> asked, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"bindings-%s.csv\"".formatted(company));
        var out = new PrintWriter(new OutputStreamWriter(response.getOutputStream(), UTF_8));
        out.print(Csv.line(List.of("type", "id", "quickbooksId", "name", "fullName", "syncedAt", "gone")));
        var id = new CompanyId(company);
        var filter = RecordsView.Filter.of(asked, true);
        for (int page = 1; ; page++) {
            List<RecordLine> piece = lines.page(id, filter.at(page), PIECE);
            piece.forEach(line -> out.print(cells(line)));
            if (piece.size() < PIECE) {
                break;
            }
        }
        out.flush();
    }

    private static String cells(RecordLine line) {
        RecordLine.Bound bound = java.util.Objects.requireNonNull(line.bound());
        return Csv.line(List.of(
                line.key().type(),
                line.key().id(),
                bound.quickbooksId(),
                line.name(),
                bound.fullName(),
                bound.syncedAt() == null ? "" : bound.syncedAt().toString(),
                bound.goneAt() == null ? "" : bound.goneAt().toString()));
    }

    @PostMapping("/companies/{company}/bindings/import")
    @Requires(Right.OPERATE)
    SeeOther take(Page page, Actor actor, @PathVariable String company, @RequestParam(defaultValue = "") String lines) {
        try {
            var by = new Repairs.By(actor.name(), page.mayOperate(), page.mayAdmin());
            return new SeeOther(
                    page.at("/bindings"), told(page, bindings.bind(new CompanyId(company), Csv.read(lines), by)));
        } catch (HandMadeBindings.NoColumns bad) {
            return new SeeOther(page.at("/bindings"), Note.refused(bad.getMessage() + " Nothing was changed."));
        }
    }

    private static Note told(Page page, List<HandMadeBindings.Line> lines) {
        List<HandMadeBindings.Line> refused =
                lines.stream().filter(line -> !line.accepted()).toList();
        String good = Times.grouped(lines.size() - refused.size()) + " of " + Times.grouped(lines.size())
                + " lines taken: checked in QuickBooks at the next run.";
        String bad = refused.stream()
                .limit(TOLD)
                .map(line -> " Line " + line.line() + ": " + line.reason())
                .collect(Collectors.joining());
        String more = refused.size() > TOLD ? " And " + (refused.size() - TOLD) + " more." : "";
        return lines.stream()
                .filter(line -> line.repair() != null)
                .findFirst()
                .map(line -> Note.done(good + bad + more).withUndo(page.at("/repairs/" + line.repair() + "/undo")))
                .orElseGet(() -> Note.refused(good + bad + more));
    }
}
