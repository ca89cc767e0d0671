package dev.relink.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.entity.RecordKey;
import dev.relink.pending.WhenFound;
import dev.relink.repair.Repair;
import dev.relink.tally.Recount;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every statement of the hot path names exactly one company: the rule that keeps the way open to Citus. */
class StatementTest {

    private static final Pattern OF_A_COMPANY = Pattern.compile(
            "\\b(lease|connection|record|record_reference|binding|retired_binding|pending_sync|message_set|attempt"
                    + "|sync_error|history|repair|audit|quickbooks_entry|read_progress)\\b");

    @Test
    void every_statement_of_a_cycle_and_a_repair_names_its_company() {
        try (var bench = new Bench()) {
            everythingHappens(bench);
            var statements = bench.recorded.statements();
            assertThat(statements).as("something was recorded").hasSizeGreaterThan(30);
            assertThat(statements.stream()
                            .filter(sql -> OF_A_COMPANY
                                    .matcher(sql.toLowerCase(Locale.ROOT))
                                    .find())
                            .filter(sql -> !sql.contains("company_id")))
                    .isEmpty();
            assertThat(Recount.differences(bench.jdbc))
                    .as("all numbers that are kept")
                    .isEmpty();
        }
    }

    private static void everythingHappens(Bench bench) {
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\"}").run();
        bench.bookkeeper().add("Vendor", "Greenleaf Nursery", Map.of());
        bench.has("customer", "2", "{\"name\":\"Greenleaf Nursery\"}")
                .has("customer", "3", "{\"name\":\"Oakmont Apartments\"}")
                .run(answer -> answer.contains("CustomerAddRs") ? null : answer);
        bench.run();
        bench.bookkeeper().delete(bench.customer("Hollis, Margaret").listId());
        bench.has("customer", "1", "{\"name\":\"Hollis, Margaret\",\"phone\":\"555-0142\"}")
                .run();
        bench.repairs(new Repair.ClearId(WhenFound.RELINK), new RecordKey("customer", "1"));
        bench.run();
        bench.removes("customer", "3").run();
    }
}
