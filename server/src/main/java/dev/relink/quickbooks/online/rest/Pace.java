package dev.relink.quickbooks.online.rest;

import dev.relink.company.CompanyId;
import dev.relink.platform.OnlineLimits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often a realm is called: shared by all nodes, by the database's clock. Who wants to call is given the moment at which
 * it may; what was given so is never more than the limits in any stretch of time, wherever it begins.
 */
@Component
final class Pace {

    /**
     * A little longer than a minute and a second: what leaves us evenly arrives less evenly, and a call that came too early
     * costs a minute. 40 batches of 30 in it are 1,170 records a minute.
     */
    private static final String MINUTE = "61.5 seconds";

    private static final String SECOND = "1.2 seconds";

    /** Under way is counted as long as an answer can take, if nobody says that it came. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(3);

    private static final Duration LOOKED_AGAIN_AFTER = Duration.ofMillis(50);

    private final JdbcClient jdbc;
    private final OnlineLimits limits;

    Pace(JdbcClient jdbc, @Value("#{settings.onlineLimits()}") OnlineLimits limits) {
        this.jdbc = jdbc;
        this.limits = limits;
    }

    /** A moment of the database's, and how long it is till then. */
    record Slot(OffsetDateTime at, Duration till) {}

    /** Waits until a call may leave. Close it when its answer is there. @throws InterruptedException when stopped */
    Permit enter(CompanyId company, boolean batch) throws InterruptedException {
        OffsetDateTime flight = flight(company);
        while (flight == null) {
            Thread.sleep(LOOKED_AGAIN_AFTER);
            flight = flight(company);
        }
        var permit = new Permit(company, flight);
        try {
            Thread.sleep(slot(company, batch).till());
            return permit;
        } catch (InterruptedException | RuntimeException e) {
            permit.close();
            throw e;
        }
    }

    /** A call under way. */
    final class Permit implements AutoCloseable {
        private final CompanyId company;
        private final OffsetDateTime flight;

        private Permit(CompanyId company, OffsetDateTime flight) {
            this.company = company;
            this.flight = flight;
        }

        @Override
        public void close() {
            landed(company, flight);
        }
    }

    /** One of those that may be under way; null while there are as many as may. */
    @Nullable
    OffsetDateTime flight(CompanyId company) {
        return jdbc.sql("""
                        insert into online_pace as p (company_id, flights)
                        values (:company, array[clock_timestamp() + :kept * interval '1 millisecond'])
                        on conflict (company_id) do update
                           set flights = array(select f from unnest(p.flights) f where f > clock_timestamp())
                                         || (clock_timestamp() + :kept * interval '1 millisecond')
                         where (select count(*) from unnest(p.flights) f where f > clock_timestamp()) < :most
                        returning flights[cardinality(flights)]
                        """)
                .param("company", company.value())
                .param("kept", limits.timeout().plus(FORGOTTEN_AFTER).toMillis())
                .param("most", limits.callsInFlight())
                .query(OffsetDateTime.class)
                .optional()
                .orElse(null);
    }

    private void landed(CompanyId company, OffsetDateTime flight) {
        int rows = jdbc.sql("""
                        update online_pace
                           set flights = flights[1 : array_position(flights, :flight) - 1]
                                         || flights[array_position(flights, :flight) + 1 :]
                         where company_id = :company and array_position(flights, :flight) is not null
                        """)
                .param("company", company.value())
                .param("flight", flight)
                .update();
        if (rows > 1) {
            throw new IllegalStateException("One row of online_pace should have changed, %d did".formatted(rows));
        }
    }

    /** Calls a minute may come in a burst of an eighth; calls a second and batches a minute as they fall. */
    Slot slot(CompanyId company, boolean batch) {
        int burst = Math.max(1, limits.callsPerMinute() / 8);
        return jdbc.sql("""
                        update online_pace p
                           set (seconds, batches, minute_at) = (
                               select (p.seconds || s.at)[greatest(1, cardinality(p.seconds) + 2 - :second):],
                                      case when :batch
                                           then (p.batches || s.at)[greatest(1, cardinality(p.batches) + 2 - :batches):]
                                           else p.batches end,
                                      greatest(p.minute_at, s.at) + s.pause
                                 from (select greatest(
                                                  clock_timestamp(),
                                                  p.seconds[cardinality(p.seconds)],
                                                  p.seconds[cardinality(p.seconds) + 1 - :second] + interval '%s',
                                                  case when :batch
                                                       then p.batches[cardinality(p.batches) + 1 - :batches] + interval '%s' end,
                                                  p.minute_at - :burst * x.pause) as at,
                                              x.pause
                                         from (select interval '%s' / greatest(:minute - :burst - 1, 1) as pause) x) s)
                         where p.company_id = :company
                        returning seconds[cardinality(seconds)] as at,
                                  extract(epoch from seconds[cardinality(seconds)] - clock_timestamp()) * 1000 as till
                        """.formatted(SECOND, MINUTE, MINUTE))
                .param("company", company.value())
                .param("batch", batch)
                .param("second", limits.callsPerSecond())
                .param("batches", limits.batchesPerMinute())
                .param("minute", limits.callsPerMinute())
                .param("burst", burst)
                .query(Pace::slot)
                .single();
    }

    private static Slot slot(ResultSet row, int number) throws SQLException {
        return new Slot(
                row.getObject("at", OffsetDateTime.class), Duration.ofMillis(Math.max(0, row.getLong("till") + 1)));
    }
}
