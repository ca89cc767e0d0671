package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.cycle.Preview;
import dev.relink.entity.RecordKey;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /companies/{c}/pending/{type}/{record}}: what would be sent, without sending it. */
@Controller
class PreviewPage {

    private final Preview preview;
    private final JdbcRecordLines lines;

    PreviewPage(Preview preview, JdbcRecordLines lines) {
        this.preview = preview;
        this.lines = lines;
    }

    @GetMapping("/companies/{company}/pending/{type}/{record}")
    @Requires(Right.READ)
    Html show(Page page, @PathVariable String company, @PathVariable String type, @PathVariable String record) {
        var id = new CompanyId(company);
        var key = new RecordKey(type, record);
        Preview.Would would = preview.of(id, key)
                .orElseThrow(() -> Refused.notFound("Nothing is pending for " + type + " \"" + record
                        + "\": it was sent, skipped, or never changed."));
        RecordLine line = lines.find(id, key).orElseThrow();
        return Html.of(
                "preview",
                Map.of(
                        "page",
                        page,
                        "line",
                        line,
                        "would",
                        would,
                        "fields",
                        RecordFields.of(would.values(), would.changes())));
    }
}
