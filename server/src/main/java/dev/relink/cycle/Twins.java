package dev.relink.cycle;

import dev.relink.connector.Row;
import dev.relink.entity.EntityType;
import dev.relink.entity.Value;
import dev.relink.entity.Values;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Is a record in QuickBooks likely the same thing as ours, by its natural key alone? Never proof: a person may overrule. */
final class Twins {

    private Twins() {}

    /**
     * @param wanted the record with its references resolved
     * @param fullName its full name, for lists
     */
    static boolean likely(EntityType type, Values wanted, String fullName, Row.Found found) {
        if (!found.type().name().equals(type.name())) {
            return false;
        }
        return type.isList() ? sameName(fullName, found.fullName()) : sameTransaction(type, wanted, found.values());
    }

    private static boolean sameName(String ours, String theirs) {
        return ours.strip().toLowerCase(Locale.ROOT).equals(theirs.strip().toLowerCase(Locale.ROOT));
    }

    private static boolean sameTransaction(EntityType type, Values wanted, Values found) {
        if (!Objects.equals(party(wanted), party(found))) {
            return false;
        }
        String number = number(wanted);
        boolean sameNumber = number != null && number.equals(number(found));
        boolean sameDayAndMoney =
                Objects.equals(wanted.get("date"), found.get("date")) && sameMoney(type, wanted, found);
        return number == null ? sameDayAndMoney : sameNumber && (type.name().equals("invoice") || sameDayAndMoney);
    }

    private static boolean sameMoney(EntityType type, Values wanted, Values found) {
        var ours = type.total(wanted);
        var theirs = type.total(found);
        return ours.isPresent() && theirs.isPresent() && ours.get().compareTo(theirs.get()) == 0;
    }

    private static @Nullable String number(Values values) {
        String number = values.text("number");
        return number != null ? number : values.text("reference");
    }

    /** The customer's ListID, or null. */
    static @Nullable String party(Values values) {
        return values.get("customer") instanceof Value.Reference.ToQuickBooks reference
                ? reference.quickbooksId()
                : null;
    }
}
