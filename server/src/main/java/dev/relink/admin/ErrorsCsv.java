package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of errors as a file: all that match, not only the page at hand. */
@Controller
class ErrorsCsv {

    private static final List<String> HEADING = List.of(
            "type",
            "id",
            "name",
            "about",
            "code",
            "problem",
            "suggested action",
            "message",
            "quickbooks id",
            "blocks",
            "tries",
            "first seen",
            "last tried");

    /** Rows are fetched and written in such portions. */
    private static final int AT_ONCE = 500;

    private final ErrorsFound found;
    private final ErrorLines lines;

    ErrorsCsv(ErrorsFound found, ErrorLines lines) {
        this.found = found;
        this.lines = lines;
    }

    @GetMapping("/companies/{company}/errors.csv")
    @Requires(Right.READ)
    void file(
            Page page,
            @PathVariable String company,
            @RequestParam Map<String, String> asked,
            HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s-errors.csv\"".formatted(company));
        PrintWriter out = response.getWriter();
        out.write(Csv.line(HEADING));
        var id = new CompanyId(company);
        found.each(
                id,
                ErrorFilter.of(asked),
                AT_ONCE,
                rows -> lines.of(page, id, rows).forEach(line -> out.write(Csv.line(cells(line)))));
    }

    private static List<String> cells(ErrorLine line) {
        var failure = line.failure();
        return List.of(
                line.row().key().type(),
                line.row().key().id(),
                line.name(),
                line.summary(),
                orEmpty(line.code()),
                Prose.plain(line.problem()),
                Prose.plain(line.fix()),
                failure == null ? "" : failure.message(),
                orEmpty(line.row().quickbooksId()),
                "" + line.blocks(),
                failure == null ? "" : "" + failure.tries(),
                failure == null ? "" : time(failure.firstSeen()),
                failure == null ? "" : time(failure.lastSeen()));
    }

    private static String time(Instant at) {
        return at.toString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
