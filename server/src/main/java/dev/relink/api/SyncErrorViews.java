package dev.relink.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Guide;
import dev.relink.catalogue.Operation;
import dev.relink.catalogue.Placeholder;
import dev.relink.company.CompanyId;
import dev.relink.connector.StatusCode;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.RecordKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sync errors told in words, with the record's real names. */
@Component
class SyncErrorViews {

    private final JdbcSyncErrorQueries queries;
    private final Decoder decoder;
    private final Exchanges exchanges;

    SyncErrorViews(JdbcSyncErrorQueries queries, Decoder decoder, Exchanges exchanges) {
        this.queries = queries;
        this.decoder = decoder;
        this.exchanges = exchanges;
    }

    /**
     * One error.
     *
     * @param message QuickBooks' own words
     * @param state {@code open}: a person must act; {@code retrying}: goes by itself; {@code in-doubt}: is being looked up
     * @param foreseen it was not sent: QuickBooks has not said it yet, and it goes by itself when the cause is gone
     * @param blocks how many records wait on this one
     */
    record View(
            String id,
            String type,
            String recordId,
            String recordName,
            String code,
            String message,
            String problem,
            String fix,
            String family,
            String state,
            List<String> repairs,
            int attempts,
            Instant firstSeen,
            Instant lastSeen,
            @Nullable Instant nextTry,
            boolean foreseen,
            long blocks) {}

    /** The same with the evidence and the whole guide. */
    record Whole(
            @JsonUnwrapped View error,
            Exchanges.@Nullable Exchange evidence,
            Guide.Told guide,
            @JsonRawValue @Nullable String found) {}

    Page<View> list(CompanyId company, JdbcSyncErrorQueries.Filter filter, Slice slice) {
        return queries.list(company, filter, slice).map(this::view);
    }

    Optional<View> of(CompanyId company, RecordKey key) {
        return queries.of(company, key).map(this::view);
    }

    Optional<Whole> find(CompanyId company, long id) {
        return queries.find(company, id)
                .map(row -> new Whole(
                        view(row),
                        exchanges
                                .find(company, row.messageSetId(), row.requestId())
                                .orElse(null),
                        decoded(row).guide(names(row)),
                        row.found()));
    }

    private View view(JdbcSyncErrorQueries.Listed row) {
        Decoded decoded = decoded(row);
        Map<String, String> names = names(row);
        return new View(
                Long.toString(row.id()),
                row.key().type(),
                row.key().id(),
                row.recordName(),
                row.code(),
                row.message(),
                decoded.problem(names),
                decoded.fix(names),
                row.family(),
                row.state(),
                row.repairs(),
                row.tries(),
                row.firstSeen(),
                row.lastSeen(),
                row.nextTry(),
                row.foreseen(),
                row.blocks());
    }

    private Decoded decoded(JdbcSyncErrorQueries.Listed row) {
        return decoder.decode(StatusCode.parse(row.code()), row.message(), operation(row.verb()));
    }

    private static Operation operation(String verb) {
        return switch (verb) {
            case "add" -> Operation.ADD;
            case "mod", "deactivate", "reactivate" -> Operation.MOD;
            case "void" -> Operation.VOID;
            case "delete" -> Operation.DELETE;
            default -> Operation.QUERY; // found by reading
        };
    }

    private static Map<String, String> names(JdbcSyncErrorQueries.Listed row) {
        Map<String, String> names = new HashMap<>();
        names.put(
                Placeholder.TYPE.key(),
                EntityTypes.of(row.key().type())
                        .map(EntityType::label)
                        .orElse(row.key().type())
                        .toLowerCase(Locale.ROOT));
        names.put(Placeholder.NAME.key(), row.recordName());
        put(names, Placeholder.NUMBER, row.number());
        put(names, Placeholder.OLD_ID, row.quickbooksId());
        names.put(Placeholder.COMPANY.key(), row.companyName());
        put(names, Placeholder.COMPANY_FILE, row.companyFile());
        return names;
    }

    private static void put(Map<String, String> names, Placeholder place, @Nullable String known) {
        if (known != null && !known.isBlank()) {
            names.put(place.key(), known);
        }
    }
}
