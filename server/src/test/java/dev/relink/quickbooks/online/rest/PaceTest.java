package dev.relink.quickbooks.online.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.company.CompanyId;
import dev.relink.platform.OnlineLimits;
import dev.relink.platform.TestDatabase;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes, one database, one realm. Nobody waits: a slot is a moment, and moments can be compared. */
class PaceTest {

    private static final CompanyId ACME = new CompanyId("acme");

    private final TestDatabase database = TestDatabase.fresh();
    private final OnlineLimits limits = new OnlineLimits(500, 10, 10, 40, Duration.ofSeconds(130));
    private final List<Pace> nodes = List.of(new Pace(database.jdbc(), limits), new Pace(database.jdbc(), limits));

    @BeforeEach
    void a_company() {
        database.jdbc()
                .sql(
                        "insert into company (company_id, name, quickbooks, created_at) values ('acme', 'Acme', 'online', now())")
                .update();
        Objects.requireNonNull(nodes.getFirst().flight(ACME));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<OffsetDateTime> slots(int each, boolean batch) {
        var slots = new ConcurrentSkipListSet<OffsetDateTime>();
        var same = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < 4; thread++) {
                var node = nodes.get(thread % 2);
                threads.execute(() -> {
                    for (int i = 0; i < each; i++) {
                        if (!slots.add(node.slot(ACME, batch).at())) {
                            same.incrementAndGet();
                        }
                    }
                });
            }
        }
        var all = new ArrayList<>(slots);
        assertThat(all.size() + same.get()).isEqualTo(4 * each);
        for (int i = 0; i < same.get(); i++) {
            all.addFirst(all.getFirst());
        }
        return all;
    }

    private static int mostWithin(List<OffsetDateTime> slots, Duration window) {
        int most = 0;
        for (int i = 0, from = 0; i < slots.size(); i++) {
            while (!slots.get(from).plus(window).isAfter(slots.get(i))) {
                from++;
            }
            most = Math.max(most, i - from + 1);
        }
        return most;
    }

    @Test
    void no_second_has_more_than_10_calls_and_no_minute_more_than_500() {
        var slots = slots(300, false);
        assertThat(mostWithin(slots, Duration.ofSeconds(1))).isLessThanOrEqualTo(10);
        assertThat(mostWithin(slots, Duration.ofSeconds(60))).isBetween(430, 500);
    }

    @Test
    void no_minute_has_more_than_40_batches_and_nearly_all_of_them_are_used() {
        var slots = slots(50, true);
        assertThat(mostWithin(slots, Duration.ofSeconds(60))).isEqualTo(40);
        assertThat(mostWithin(slots, Duration.ofSeconds(1))).isLessThanOrEqualTo(10);
        var took = Duration.between(slots.getFirst(), slots.getLast());
        assertThat(took).as("200 batches").isLessThan(Duration.ofSeconds(260));
    }

    @Test
    void no_more_than_10_calls_are_under_way_and_one_that_is_over_makes_room() throws InterruptedException {
        var permit = nodes.get(1).enter(ACME, false);
        for (int i = 2; i < 10; i++) {
            assertThat(nodes.get(i % 2).flight(ACME)).isNotNull();
        }
        assertThat(nodes.get(0).flight(ACME)).isNull();
        assertThat(nodes.get(1).flight(ACME)).isNull();
        permit.close();
        assertThat(nodes.get(0).flight(ACME)).isNotNull();
        assertThat(nodes.get(1).flight(ACME)).isNull();
    }
}
