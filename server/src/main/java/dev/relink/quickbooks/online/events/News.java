package dev.relink.quickbooks.online.events;

import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Makes the next run of a company read what changed, at once. */
@Repository
class News {

    private static final Map<String, String> OUR_TYPES = EntityTypes.all().stream()
            .filter(type -> type.online() != null)
            .collect(Collectors.toMap(
                    type -> String.valueOf(type.online()).toLowerCase(java.util.Locale.ROOT),
                    EntityType::name,
                    (one, other) -> one));

    private static final Instant FAR_AWAY = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;

    News(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Taken twice, late or out of order they do no harm. The echo of what we wrote ourselves is no news: its answer told it
     * already, and reads are counted. What ends something is news always, however Intuit's clock differs from ours.
     *
     * @return how many companies read now
     */
    int take(String environment, List<Event> events) {
        return jdbc.sql("""
                        update connection k set next_read_at = '-infinity', run_next_at = '-infinity'
                          from (select distinct r.company_id
                                  from unnest(:realms::text[], :types::text[], :ids::text[], :gone::boolean[],
                                              :times::timestamptz[])
                                       as e(realm, type, id, gone, at)
                                  join online_realm r on r.environment = :environment and r.realm = e.realm
                                 where not exists (select from binding b where b.company_id = r.company_id
                                                      and b.type = e.type and b.quickbooks_id = e.id
                                                      and b.synced_at >= e.at and not e.gone)) as n
                         where k.company_id = n.company_id
                        """)
                .param("environment", environment)
                .param("realms", texts(events, Event::realm))
                .param("types", texts(events, event -> OUR_TYPES.getOrDefault(event.type(), "")))
                .param("ids", texts(events, Event::id))
                .param("gone", events.stream().map(Event::gone).toArray(Boolean[]::new))
                .param(
                        "times",
                        texts(events, event -> (event.at().isAfter(FAR_AWAY) ? FAR_AWAY : event.at()).toString()))
                .update();
    }

    private static String[] texts(List<Event> events, Function<Event, String> part) {
        return events.stream().map(part).toArray(String[]::new);
    }
}
