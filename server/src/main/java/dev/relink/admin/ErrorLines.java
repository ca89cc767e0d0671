package dev.relink.admin;

import dev.relink.catalogue.Decoder;
import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.repair.Lookalike;
import dev.relink.repair.Lookalikes;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rows, decoded and with what QuickBooks likely has of them: one more statement for a page, however long it is. */
@Component
class ErrorLines {

    private final Lookalikes lookalikes;
    private final Decoder decoder;

    ErrorLines(Lookalikes lookalikes, Decoder decoder) {
        this.lookalikes = lookalikes;
        this.decoder = decoder;
    }

    List<ErrorLine> of(Page page, CompanyId company, List<ErrorRow> rows) {
        List<RecordKey> failed = rows.stream()
                .filter(row -> row.failure() != null && row.state().equals("held"))
                .map(ErrorRow::key)
                .toList();
        Map<RecordKey, Lookalike> alike = lookalikes.of(company, failed);
        return rows.stream()
                .map(row -> ErrorLine.of(row, decoder, alike.get(row.key()), page.names()))
                .toList();
    }

    ErrorLine of(Page page, CompanyId company, ErrorRow row) {
        return of(page, company, List.of(row)).getFirst();
    }
}
