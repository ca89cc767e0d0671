package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /companies/{c}/entries}: QuickBooks' entries of a list by name, as last read, for the dialog of Relink. */
@Controller
class EntriesPage {

    private final JdbcNamesakes namesakes;

    EntriesPage(JdbcNamesakes namesakes) {
        this.namesakes = namesakes;
    }

    @GetMapping("/companies/{company}/entries")
    @Requires(Right.READ)
    Html entries(
            Page page,
            @PathVariable String company,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String seek) {
        String name = seek.strip();
        List<RepairSheet.Candidate> found =
                name.length() < 2 ? List.of() : namesakes.like(new CompanyId(company), type, name);
        return Html.of("entries", Map.of("page", page, "entries", found));
    }
}
