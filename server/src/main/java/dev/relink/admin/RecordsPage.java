package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Records, one record, and the links between the two sides. */
@Controller
class RecordsPage {

    private static final int HISTORY = 50;

    private final JdbcRecordLines lines;
    private final JdbcRecordPage records;
    private final JdbcErrorRows errors;
    private final JdbcHistoryLines history;
    private final JdbcRepairs repairs;
    private final ErrorLines errorLines;
    private final JdbcSides sides;

    RecordsPage(
            JdbcRecordLines lines,
            JdbcRecordPage records,
            JdbcErrorRows errors,
            JdbcHistoryLines history,
            JdbcRepairs repairs,
            ErrorLines errorLines,
            JdbcSides sides) {
        this.sides = sides;
        this.lines = lines;
        this.records = records;
        this.errors = errors;
        this.history = history;
        this.repairs = repairs;
        this.errorLines = errorLines;
    }

    @GetMapping("/companies/{company}/records")
    @Requires(Right.READ)
    Html records(Page page, @PathVariable String company, @RequestParam Map<String, String> asked) {
        return Html.of("records", Map.of("page", page, "view", list(page, company, "/records?", asked, false)));
    }

    @GetMapping("/companies/{company}/bindings")
    @Requires(Right.READ)
    Html bindings(Page page, @PathVariable String company, @RequestParam Map<String, String> asked) {
        return Html.of("bindings", Map.of("page", page, "view", list(page, company, "/bindings?", asked, true)));
    }

    private RecordsView list(Page page, String company, String place, Map<String, String> asked, boolean boundOnly) {
        var id = new CompanyId(company);
        var filter = RecordsView.Filter.of(asked, boundOnly);
        var pager = new Pager(page.at(place) + filter.query(), filter.page(), filter.size(), lines.count(id, filter));
        return new RecordsView(filter, lines.page(id, filter, filter.size()), pager);
    }

    @GetMapping("/companies/{company}/records/{type}/{record}")
    @Requires(Right.READ)
    Html record(Page page, @PathVariable String company, @PathVariable String type, @PathVariable String record) {
        var id = new CompanyId(company);
        var key = new RecordKey(type, record);
        RecordLine line = lines.find(id, key)
                .orElseThrow(() -> Refused.notFound("The app has handed over no " + type + " \"" + record + "\"."));
        boolean isTroubled = line.error() != null
                || line.state() == RecordState.WAITING_ON_PARENT
                || line.state() == RecordState.IN_DOUBT;
        ErrorLine failure = !isTroubled
                ? null
                : errorLines.of(page, id, errors.of(id, List.of(key)).getFirst());
        Map<RecordKey, String> parents = sides.parents(id, key);
        var view = new RecordView(
                line,
                RecordFields.of(records.snapshot(id, key)).named(parents),
                failure,
                history.of(id, key, HISTORY),
                parents,
                repairs.undoable(id, key).stream().findFirst().orElse(null));
        return Html.of("record", Map.of("page", page, "view", view));
    }
}
