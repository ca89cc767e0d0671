package dev.relink.cycle;

import dev.relink.connector.Row;
import dev.relink.entity.Difference;
import dev.relink.entity.Differences;
import dev.relink.entity.EntityType;
import dev.relink.entity.QuickBooks;
import dev.relink.entity.Values;
import java.util.List;

/**
 * A record in QuickBooks that could be ours, as it is kept beside a sync error for a person to judge.
 *
 * @param score 0 to 100: how many of the compared fields are equal
 * @param differs in plain words, one line a field
 */
public record Match(
        String type, String quickbooksId, String name, boolean active, int score, List<Difference> differs) {

    static Match of(EntityType type, Values wanted, Row.Found found, QuickBooks quickbooks) {
        if (!found.type().name().equals(type.name())) {
            return new Match(found.type().name(), found.quickbooksId(), name(found), found.active(), 0, List.of());
        }
        List<Difference> differs = Differences.between(type, wanted, found.values(), quickbooks);
        int compared = Math.max(1, wanted.byField().size());
        int score = Math.max(0, 100 * (compared - differs.size()) / compared);
        return new Match(type.name(), found.quickbooksId(), name(found), found.active(), score, differs);
    }

    /** Somebody of a list that Relink does not keep, such as an employee. */
    static Match of(Row.Entry entry) {
        return new Match(entry.list(), entry.quickbooksId(), entry.fullName(), entry.active(), 0, List.of());
    }

    private static String name(Row.Found found) {
        return found.fullName().isEmpty() ? found.type().nameOf(found.values()) : found.fullName();
    }
}
