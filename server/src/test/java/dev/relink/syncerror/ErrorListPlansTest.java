package dev.relink.syncerror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.company.CompanyId;
import dev.relink.platform.Plans;
import dev.relink.platform.RecordedStatements;
import dev.relink.platform.TestDatabase;
import dev.relink.tally.Tallies;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each list of errors, its filters and counts are answered by an index made for it: with a million of them nothing else is. */
class ErrorListPlansTest {

    private static final CompanyId ACME = new CompanyId("acme");
    private static final Wanted WORDS = new Wanted(null, null, null, null, null, null, "hollis");
    private static final int ERRORS = 6_000;
    private static final int FAR_BEHIND = 5_000;

    private static final TestDatabase DATABASE = withErrors();

    private static TestDatabase withErrors() {
        var database = TestDatabase.fresh();
        database.jdbc()
                .sql(
                        "insert into company (company_id, name, quickbooks, created_at) values ('acme', 'Acme', 'desktop', now())")
                .update();
        database.jdbc().sql("""
                with made as (
                  insert into record (company_id, type, record_id, name, snapshot, content_hash, received_at)
                  select 'acme', (array['customer', 'invoice'])[1 + n % 2], n::text, 'Hollis ' || n, '{}', '', now()
                    from generate_series(1, :errors::integer) n returning *
                ), held as (
                  insert into pending_sync (company_id, type, record_id, operation, state, rank, queued_at)
                  select company_id, type, record_id, 'save', 'held', 10, now() from made returning *
                )
                insert into sync_error (company_id, type, record_id, code, message, family, repairs, state, first_seen, last_seen)
                select company_id, type, record_id, 'desktop:' || 3100 + record_id::integer % 20, 'gone', 'missing-link', '{skip}',
                       'open', now(), now() - record_id::integer * interval '1 second' from held
                """).param("errors", ERRORS).update();
        for (String table : List.of("record", "pending_sync", "sync_error", "tally")) {
            database.jdbc().sql("vacuum analyze " + table).update();
        }
        return database;
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Map<String, String> plans(Consumer<ErrorLists> asked) {
        var recorded = new RecordedStatements(DATABASE.dataSource());
        var jdbc = JdbcClient.create(recorded.dataSource());
        asked.accept(new ErrorLists(jdbc, new Facets(jdbc), new Tallies(jdbc)));
        return Plans.of(recorded, DATABASE);
    }

    private static String all(Map<String, String> plans) {
        return String.join("\n", plans.values());
    }

    @Test
    void the_newest_are_merged_from_the_facets_in_their_order() {
        String plan = all(plans(lists -> lists.newest(ACME, Wanted.ALL, null, 50)));
        assertThat(plan)
                .contains("Index Only Scan Backward using sync_error_newest")
                .doesNotContain("Seq Scan");
    }

    @Test
    void what_is_behind_a_cursor_is_found_in_the_same_index() {
        var place = new ErrorLists.Place(OffsetDateTime.now(ZoneOffset.UTC), 7);
        String plan = all(plans(lists -> lists.newest(ACME, Wanted.ALL, place, 50)));
        assertThat(plan)
                .containsPattern(
                        "Index Only Scan Backward using sync_error_newest.*\\n.*Index Cond: .*ROW\\(last_seen, id\\) <")
                .doesNotContain("Seq Scan");
    }

    @Test
    void each_order_has_its_index() {
        assertThat(all(plans(lists -> lists.page(ACME, Wanted.ALL, Order.OLDEST, 100, 50))))
                .contains("Index Only Scan using sync_error_oldest")
                .doesNotContain("Seq Scan");
        assertThat(all(plans(lists -> lists.page(ACME, Wanted.ALL, Order.NAMED, 0, 50))))
                .contains("Index Only Scan using sync_error_named")
                .doesNotContain("Seq Scan");
        assertThat(all(plans(lists -> lists.page(ACME, Wanted.ALL, Order.BLOCKING, 100, 50))))
                .contains(
                        "Index Only Scan Backward using sync_error_newest", "sync_error_company_id_type_record_id_key")
                .doesNotContain("Seq Scan");
    }

    @Test
    void a_page_far_behind_is_leafed_through_in_an_index_alone() {
        assertThat(all(plans(lists -> lists.page(ACME, Wanted.ALL, Order.NEWEST, FAR_BEHIND, 50))))
                .contains("Index Only Scan Backward using sync_error_walk on")
                .doesNotContain("Seq Scan");
        assertThat(all(plans(lists -> lists.page(ACME, Wanted.ALL, Order.OLDEST, FAR_BEHIND, 50))))
                .contains("Index Only Scan using sync_error_walk_oldest")
                .doesNotContain("Seq Scan");
    }

    @Test
    void the_first_of_each_cause_come_from_the_facets() {
        assertThat(all(plans(lists -> lists.first(ACME, List.of(lists.facets(ACME, Wanted.ALL)), 5))))
                .contains("Index Only Scan Backward using sync_error_newest")
                .doesNotContain("Seq Scan");
    }

    @Test
    void which_facets_there_are_is_one_look_into_an_index_each() {
        assertThat(all(plans(lists -> lists.facets(ACME, Wanted.ALL))))
                .containsPattern("Index Cond: .*ROW\\(state, facet\\) >")
                .doesNotContain("Seq Scan");
    }

    @Test
    void a_count_reads_the_tally_and_no_error() {
        var plans = plans(lists -> lists.count(ACME, Wanted.ALL));
        assertThat(Plans.with(plans, "from tally")).contains("tally_pkey").doesNotContain("Seq Scan");
        assertThat(plans.keySet()).noneMatch(sql -> sql.contains("count(*)")).hasSize(2);
    }

    @Test
    void words_are_found_in_the_index_of_words() {
        var database = plans(lists -> lists.newest(ACME, WORDS, null, 50));
        assertThat(Plans.with(database, "@@"))
                .contains("Bitmap Index Scan on sync_error_terms")
                .doesNotContain("Seq Scan");
    }
}
