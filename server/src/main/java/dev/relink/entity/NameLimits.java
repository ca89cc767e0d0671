package dev.relink.entity;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a record may be called in QuickBooks when a person gives it another name there. */
public final class NameLimits {

    private NameLimits() {}

    /** The most characters of a name, the strictest of its forms; empty where the type has no name, or no limit. */
    public static OptionalInt longest(EntityType type, QuickBooks quickbooks) {
        IntStream limits = switch (quickbooks) {
            case ONLINE ->
                type.fields().stream()
                        .filter(Field::isName)
                        .filter(field -> field.online() != null)
                        .mapToInt(field -> field.online().limit());
            case DESKTOP ->
                type.forms().stream()
                        .flatMap(form -> form.slots().stream())
                        .filter(slot -> slot.field().isName())
                        .mapToInt(slot -> slot.place().limit());
        };
        return limits.filter(limit -> limit > 0).min();
    }

    /** Why a record of this type cannot have that name, in a sentence with name and limit; null when it can. */
    public static @Nullable String whyNot(EntityType type, String name, QuickBooks quickbooks) {
        String whose = Words.a(type.name()) + "'s name";
        int longest = longest(type, quickbooks).orElse(Integer.MAX_VALUE);
        int length = name.strip().length();
        int lost = quickbooks == QuickBooks.DESKTOP ? Characters.firstLost(name) : -1;
        if (length == 0) {
            return whose + " in QuickBooks cannot be empty.";
        }
        if (name.indexOf(':') >= 0) {
            return "%s cannot have a colon, which QuickBooks keeps for Parent:Child: %s."
                    .formatted(whose, Problems.quote(name));
        }
        if (length > longest) {
            return "%s has %d characters here; %s keeps %d: %s."
                    .formatted(whose, length, quickbooks.label(), longest, Problems.quote(name));
        }
        return lost < 0
                ? null
                : "%s has the character %s (U+%04X), which %s cannot keep: %s."
                        .formatted(whose, Character.toString(lost), lost, quickbooks.label(), Problems.quote(name));
    }
}
