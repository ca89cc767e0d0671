package dev.relink.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.platform.Plans;
import dev.relink.platform.RecordedStatements;
import dev.relink.platform.TestDatabase;
import dev.relink.tally.Tallies;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the pages of errors ask beside the lists is one look into an index each, and nothing is counted. */
class PagePlansTest {

    private static final CompanyId ACME = new CompanyId("acme");
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void no_page_of_errors_reads_a_table_from_end_to_end() {
        try (var database = TestDatabase.fresh()) {
            var recorded = new RecordedStatements(database.dataSource());
            asked(JdbcClient.create(recorded.dataSource()));
            var plans = Plans.of(recorded, database);
            assertThat(plans).as("something was asked").hasSizeGreaterThan(8);
            assertThat(plans.values())
                    .allSatisfy(
                            plan -> assertThat(plan)
                                    .doesNotContainPattern(
                                            "Seq Scan on (record|sync_error|pending_sync|binding|history|settled_error|tally)\\b"));
            assertThat(Plans.with(plans, "from settled_error")).contains("settled_error_newest");
        }
    }

    private static void asked(JdbcClient jdbc) {
        var tallies = new Tallies(jdbc);
        var rows = new JdbcErrorRows(jdbc);
        rows.withIds(ACME, List.of(1L));
        rows.of(ACME, List.of(new RecordKey("customer", "1")));
        rows.keys(ACME, List.of(1L));
        var others = new JdbcOtherRows(jdbc);
        others.page(ACME, ErrorFilter.of(Map.of("tab", "waiting-on-parent")), 100);
        others.page(ACME, ErrorFilter.of(Map.of("tab", "skipped")), 100);
        var standings = new JdbcStandings(jdbc, tallies, others);
        standings.counted(ACME);
        standings.of(ACME);
        var resolved = new JdbcResolved(jdbc, tallies);
        resolved.page(ACME, NOW, ErrorFilter.of(Map.of("tab", "resolved")));
        resolved.count(ACME, NOW, ErrorFilter.of(Map.of("tab", "resolved", "q", "hollis")));
        var overview = new JdbcOverview(jdbc, tallies);
        overview.days(ACME, NOW);
        overview.next(ACME);
        overview.acts(ACME);
    }
}
