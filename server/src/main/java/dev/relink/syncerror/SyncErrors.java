package dev.relink.syncerror;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why pending syncs are held or retried. A row goes with its pending sync, so a success closes its error by itself. */
@Repository
public class SyncErrors {

    private final JdbcClient jdbc;

    public SyncErrors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What went wrong with one record.
     *
     * @param verb what was tried, empty when it was found by reading
     * @param state {@code open}: a person must act; {@code retrying}: goes by itself
     * @param found what a look-up found, as JSON: candidates, or both sides
     */
    public record Raised(
            RecordKey key,
            String code,
            String message,
            String variant,
            String verb,
            String family,
            List<String> repairs,
            String state,
            @Nullable String messageSetId,
            @Nullable String requestId,
            @Nullable String found) {

        /** What QuickBooks misses of its own lists, in its own words. */
        private static final Pattern MISSING = Pattern.compile(
                "reference to QuickBooks (?!customer|vendor|entity|employee)([^\\n]{1,360}?\") in the",
                CASE_INSENSITIVE);

        /**
         * The variant as it is kept: all of one code that have the same are mended together. What misses the same account
         * is one cause; that an ID is dead is one cause too, whether a write met it or a list told it.
         */
        String cause() {
            Matcher missing = MISSING.matcher(message);
            String kind = variant.equals("listed") ? "named" : variant;
            return missing.find() ? kind + " " + missing.group(1) : kind;
        }
    }

    /** Raises or renews: the same record has one error, whose count rises. */
    public void raise(CompanyId company, List<Raised> errors, Instant at) {
        if (errors.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into sync_error (company_id, type, record_id, code, message, variant, verb, family, repairs,
                                                state, first_seen, last_seen, message_set_id, request_id, found,
                                                sought)
                        select :company, u.type, u.id, u.code, u.message, u.variant, u.verb, u.family,
                               string_to_array(u.repairs, ','), u.state, :at, :at, u.message_set_id, u.request_id,
                               u.found::jsonb, lower(r.name || ' ' || r.summary)
                          from unnest(:types::text[], :ids::text[], :codes::text[], :messages::text[],
                                      :variants::text[], :verbs::text[], :families::text[], :repairs::text[],
                                      :states::text[], :sets::text[], :requests::text[], :found::text[])
                               as u(type, id, code, message, variant, verb, family, repairs, state, message_set_id,
                                    request_id, found)
                          left join record r on r.company_id = :company and r.type = u.type and r.record_id = u.id
                        on conflict (company_id, type, record_id) do update
                           set tries = case when sync_error.code = excluded.code then sync_error.tries + 1 else 1 end,
                               first_seen = case when sync_error.code = excluded.code then sync_error.first_seen
                                                 else excluded.first_seen end,
                               code = excluded.code, message = excluded.message, variant = excluded.variant,
                               verb = excluded.verb, family = excluded.family, repairs = excluded.repairs,
                               state = excluded.state, last_seen = excluded.last_seen,
                               message_set_id = excluded.message_set_id, request_id = excluded.request_id,
                               found = excluded.found, foreseen = false, sought = excluded.sought
                        """)
                .param("company", company.value())
                .param("at", Timestamp.from(at))
                .param("types", texts(errors, e -> e.key().type()))
                .param("ids", texts(errors, e -> e.key().id()))
                .param("codes", texts(errors, Raised::code))
                .param("messages", texts(errors, Raised::message))
                .param("variants", texts(errors, Raised::cause))
                .param("verbs", texts(errors, Raised::verb))
                .param("families", texts(errors, Raised::family))
                .param("repairs", texts(errors, e -> String.join(",", e.repairs())))
                .param("states", texts(errors, Raised::state))
                .param("sets", texts(errors, Raised::messageSetId))
                .param("requests", texts(errors, Raised::requestId))
                .param("found", texts(errors, Raised::found))
                .update();
    }

    /** These were not sent: QuickBooks has not said it, Relink foresees it. */
    public void foreseen(CompanyId company, Collection<RecordKey> keys) {
        jdbc.sql("""
                        update sync_error set foreseen = true, tries = 0
                         where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """)
                .param("company", company.value())
                .param("types", keys.stream().map(RecordKey::type).toArray(String[]::new))
                .param("ids", keys.stream().map(RecordKey::id).toArray(String[]::new))
                .update();
    }

    /** What a look-up found for held records, as JSON: candidates, or both sides. */
    public void found(CompanyId company, Map<RecordKey, String> found) {
        List<Map.Entry<RecordKey, String>> all = List.copyOf(found.entrySet());
        jdbc.sql("""
                        update sync_error e set found = u.found::jsonb
                          from record_keys(:types::text[], :ids::text[], :found::text[]) as u(type, id, found)
                         where e.company_id = :company and e.type = u.type and e.record_id = u.id
                        """)
                .param("company", company.value())
                .param("types", all.stream().map(one -> one.getKey().type()).toArray(String[]::new))
                .param("ids", all.stream().map(one -> one.getKey().id()).toArray(String[]::new))
                .param("found", all.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .update();
    }

    /** Codes that the catalogue does not know, counted, with QuickBooks' last words. @param codes with repetitions */
    public void unknown(CompanyId company, List<String> codes, List<String> messages, Instant at) {
        if (codes.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into unknown_code (company_id, code, seen, last_message, first_seen, last_seen)
                        select :company, u.code, count(*), (array_agg(u.message order by u.n desc))[1], :at, :at
                          from unnest(:codes::text[], :messages::text[]) with ordinality as u(code, message, n)
                         group by u.code
                        on conflict (company_id, code) do update set seen = unknown_code.seen + excluded.seen,
                              last_message = excluded.last_message, last_seen = excluded.last_seen
                        """)
                .param("company", company.value())
                .param("codes", codes.toArray(String[]::new))
                .param("messages", messages.toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The errors of these records are being tried again. */
    public void retrying(CompanyId company, Collection<RecordKey> keys) {
        jdbc.sql("""
                        update sync_error set state = 'retrying'
                         where company_id = :company
                           and (type, record_id) in (select * from record_keys(:types::text[], :ids::text[]))
                        """)
                .param("company", company.value())
                .param("types", keys.stream().map(RecordKey::type).toArray(String[]::new))
                .param("ids", keys.stream().map(RecordKey::id).toArray(String[]::new))
                .update();
    }

    private static String[] texts(List<Raised> errors, Function<Raised, @Nullable String> part) {
        return errors.stream().map(part).toArray(String[]::new);
    }
}
