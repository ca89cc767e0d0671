package dev.relink.quickbooks.online.rest;

import dev.relink.entity.EntityType;
import dev.relink.entity.Field;
import dev.relink.entity.Place;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Our marker in the private note of a transaction or in the notes of a customer: a last line of its own, by which a create
 * whose answer was lost is found. Items and vendors have no place that only the bookkeeper sees: they are found by name.
 */
final class Marks {

    private static final Set<String> PLACES = Set.of("PrivateNote", "Notes");
    private static final Pattern MARK = Pattern.compile("\\s*\\[Relink ([0-9a-f-]{36})]");

    private Marks() {}

    /** Where the type keeps it; empty where it has no place. */
    static Optional<Place> placeOf(EntityType type) {
        return type.fields().stream()
                .map(Field::online)
                .filter(Objects::nonNull)
                .filter(place -> PLACES.contains(place.path()))
                .findFirst();
    }

    /** The app's words first and never cut: a note that is full goes without a marker. */
    static String marked(String note, String marker, int limit) {
        String mark = "[Relink " + marker + "]";
        String both = note.isEmpty() ? mark : note + "\n" + mark;
        return limit > 0 && both.length() > limit ? note : both;
    }

    /** The note without our line. */
    static String unmarked(String note) {
        return MARK.matcher(note).replaceAll("").strip();
    }

    static @Nullable String of(String note) {
        Matcher matcher = MARK.matcher(note);
        return matcher.find() ? matcher.group(1) : null;
    }
}
