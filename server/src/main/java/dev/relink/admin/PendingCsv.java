package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is pending as a file: all of it, with what it waits for, by type and id. */
@Controller
class PendingCsv {

    private static final List<String> HEADING = List.of(
            "type",
            "id",
            "name",
            "about",
            "state",
            "will do",
            "why not yet",
            "parent type",
            "parent id",
            "parent name",
            "code",
            "tries",
            "pending since");

    /** Rows are fetched and written in such portions. */
    private static final int AT_ONCE = 500;

    private final JdbcPendingLines lines;

    PendingCsv(JdbcPendingLines lines) {
        this.lines = lines;
    }

    @GetMapping("/companies/{company}/pending.csv")
    @Requires(Right.READ)
    void file(@PathVariable String company, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s-pending.csv\"".formatted(company));
        PrintWriter out = response.getWriter();
        out.write(Csv.line(HEADING));
        var id = new CompanyId(company);
        List<PendingView.Line> piece = lines.piece(id, new RecordKey("", ""), AT_ONCE);
        while (!piece.isEmpty()) {
            piece.forEach(line -> out.write(Csv.line(cells(line))));
            piece = lines.piece(id, piece.getLast().key(), AT_ONCE);
        }
        out.flush();
    }

    private static List<String> cells(PendingView.Line line) {
        RecordKey parent = Objects.requireNonNullElse(line.parent(), new RecordKey("", ""));
        return List.of(
                line.key().type(),
                line.key().id(),
                line.name(),
                line.summary(),
                line.state(),
                line.verb(),
                line.why(),
                parent.type(),
                parent.id(),
                line.parentName(),
                Objects.requireNonNullElse(line.code(), ""),
                "" + line.tries(),
                line.queued().toString());
    }
}
