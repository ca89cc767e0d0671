package dev.relink.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.company.CompanyId;
import dev.relink.platform.TestDatabase;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept is what there is: after any acts, of many at once, done or rolled back. */
class TallyTest {

    private static final int HANDS = 4;
    private static final int ACTS = 150;

    /** Each for some of the records of one hand: {@code :some} is a number that divides those it is for. */
    private static final List<String> STATEMENTS = List.of(
            """
            insert into record (company_id, type, record_id, name, snapshot, content_hash, received_at)
            select 'acme', (array['customer', 'invoice'])[1 + n % 2], :hand || n, 'n' || n, '{}', '', now()
              from generate_series(1, 40) n where n % :some = 0 on conflict do nothing
            """,
            "update record set deleted = not deleted where record_id like :hand || '%' and length(record_id) % :some = 0",
            """
            insert into pending_sync (company_id, type, record_id, operation, state, rank, queued_at)
            select company_id, type, record_id, 'save', 'waiting', 10, now() from record
             where record_id like :hand || '%' and substr(record_id, 3)::int % :some = 0
            on conflict (company_id, type, record_id) do update set state = 'held'
            """,
            """
            update pending_sync set state = (array['held', 'waiting', 'awaiting-approval', 'in-doubt'])[1 + :some % 4],
                   first_link = :some % 3 = 0
             where record_id like :hand || '%' and substr(record_id, 3)::int % :some = 0
            """,
            """
            insert into sync_error (company_id, type, record_id, code, message, family, repairs, state, first_seen, last_seen)
            select company_id, type, record_id, 'desktop:' || 3100 + :some, 'm', 'in-use', '{skip}', 'open', now(), now()
              from pending_sync where record_id like :hand || '%' and substr(record_id, 3)::int % :some = 0
            on conflict (company_id, type, record_id) do update set code = excluded.code, state = 'retrying'
            """,
            "delete from pending_sync where record_id like :hand || '%' and substr(record_id, 3)::int % :some = 0",
            "delete from sync_error where record_id like :hand || '%' and substr(record_id, 3)::int % :some = 0",
            """
            insert into binding (company_id, type, record_id, quickbooks_id, edit_token, bound_at)
            select company_id, type, record_id, record_id, '1', now() from record
             where record_id like :hand || '%' and substr(record_id, 3)::int % :some = 0
            on conflict (company_id, type, record_id) do update set gone_at = now()
            """,
            "delete from binding where record_id like :hand || '%' and substr(record_id, 3)::int % :some = 0",
            """
            insert into history (company_id, at, type, record_id, outcome)
            select company_id, now() - :some * interval '1 day', type, record_id, (array['failed', 'updated', 'skip'])[1 + :some % 3]
              from record where record_id like :hand || '%' and substr(record_id, 3)::int % :some = 0
            """,
            "do $$ begin perform tally_fold('acme'); end; $$");

    private final TestDatabase database = TestDatabase.fresh();

    @BeforeEach
    void a_company() {
        database.jdbc()
                .sql(
                        "insert into company (company_id, name, quickbooks, created_at) values ('acme', 'Acme', 'desktop', now())")
                .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_number_that_is_kept_never_differs_from_what_is_counted() throws Exception {
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            List<Callable<Void>> all = IntStream.range(0, HANDS)
                    .mapToObj(hand -> (Callable<Void>) () -> acts(hand))
                    .toList();
            for (var one : hands.invokeAll(all)) {
                one.get();
            }
        }
        assertThat(Recount.differences(database.jdbc())).isEmpty();
        assertThat(new Tallies(database.jdbc()).of(new CompanyId("acme")).records())
                .as("something happened")
                .isPositive();
    }

    private Void acts(int hand) {
        var lots = new Random(hand);
        for (int n = 0; n < ACTS; n++) {
            boolean isTakenBack = lots.nextInt(8) == 0;
            database.transactions().executeWithoutResult(transaction -> {
                for (int statements = 1 + lots.nextInt(3); statements > 0; statements--) {
                    act(STATEMENTS.get(lots.nextInt(STATEMENTS.size())), hand + "-", 1 + lots.nextInt(5));
                }
                if (isTakenBack) {
                    transaction.setRollbackOnly();
                }
            });
            if (n % 50 == 0) {
                assertThat(Recount.differences(database.jdbc())).isEmpty();
            }
        }
        return null;
    }

    private void act(String sql, String hand, int some) {
        database.jdbc()
                .sql(sql.replace(":hand", "'" + hand + "'").replace(":some", Integer.toString(some)))
                .update();
    }
}
