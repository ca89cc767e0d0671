package dev.relink.cycle;

import dev.relink.attempt.Attempt;
import dev.relink.attempt.Verb;
import dev.relink.connector.Platform;
import dev.relink.connector.Row;
import dev.relink.entity.Difference;
import dev.relink.entity.Differences;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.Field;
import dev.relink.entity.Place;
import dev.relink.entity.QuickBooks;
import dev.relink.entity.RecordJson;
import dev.relink.entity.RecordKey;
import dev.relink.entity.Value;
import dev.relink.entity.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the app emptied and QuickBooks Online kept. Whether a sparse update empties a reference, a date or a number is nowhere
 * said, so its answer is read: where the value of before still stands there, a person is told.
 */
@Component
final class Emptied {

    private final SentBefore before;

    Emptied(SentBefore before) {
        this.before = before;
    }

    /** Those of which something was kept, with what that is, in words. To be asked before they are bound as they are now. */
    Map<Outcome.Of, String> inVain(Visit visit, List<Outcome.Of> done) {
        List<Outcome.Of> suspects = visit.platform() != Platform.ONLINE
                ? List.of()
                : done.stream().filter(Emptied::isFilledStill).toList();
        var inVain = new LinkedHashMap<Outcome.Of, String>();
        if (suspects.isEmpty()) {
            return inVain;
        }
        Map<RecordKey, String> snapshots = before.of(
                visit.company(), suspects.stream().map(of -> of.attempt().key()).toList());
        for (Outcome.Of of : suspects) {
            String kept = kept(of, snapshots.get(of.attempt().key()));
            if (!kept.isEmpty()) {
                inVain.put(of, kept);
            }
        }
        return inVain;
    }

    private static boolean isFilledStill(Outcome.Of of) {
        return of.attempt().verb() == Verb.MOD
                && of.outcome() instanceof Outcome.Synced(Row.Found found)
                && found != null
                && !filled(typeOf(of.attempt()), sent(of.attempt()), found.values())
                        .isEmpty();
    }

    /** Emptied by the app, and something stands there. */
    private static List<Field> filled(EntityType type, Values sent, Values found) {
        return type.fields().stream()
                .filter(field -> field.online() != null && field.online().use() == Place.Use.READ_WRITE)
                .filter(field -> sent.get(field.name()) instanceof Value.Nothing)
                .filter(field ->
                        !difference(type, field, new Value.Nothing(), found).isEmpty())
                .toList();
    }

    /** What QuickBooks put in its place by itself, as a due date by the terms, is its own affair. */
    private static String kept(Outcome.Of of, @Nullable String snapshot) {
        if (snapshot == null || !(of.outcome() instanceof Outcome.Synced(Row.Found found)) || found == null) {
            return "";
        }
        EntityType type = typeOf(of.attempt());
        Values agreed = RecordJson.read(type, snapshot);
        return filled(type, sent(of.attempt()), found.values()).stream()
                .filter(field -> agreed.get(field.name()) instanceof Value value
                        && !(value instanceof Value.Nothing)
                        && difference(type, field, value, found.values()).isEmpty())
                .map(field -> "%s (%s)"
                        .formatted(
                                field.name(),
                                difference(type, field, new Value.Nothing(), found.values())
                                        .getFirst()
                                        .found()))
                .collect(Collectors.joining(", "));
    }

    private static List<Difference> difference(EntityType type, Field field, Value wanted, Values found) {
        return Differences.between(type, Values.NONE.with(field.name(), wanted), found, QuickBooks.ONLINE);
    }

    private static EntityType typeOf(Attempt attempt) {
        return EntityTypes.require(attempt.key().type());
    }

    private static Values sent(Attempt attempt) {
        return RecordJson.read(typeOf(attempt), attempt.snapshot());
    }
}
