package dev.relink.entity;

import dev.relink.entity.Place.Use;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One field of an entity type: our name for it, and where each QuickBooks keeps it.
 *
 * @param isName the name by which people know the record; unique, without colon
 * @param desktop null where QuickBooks Desktop does not keep it, or where the form decides (items)
 * @param online null where QuickBooks Online does not keep it
 */
public record Field(
        String name,
        Kind kind,
        boolean isRequired,
        boolean isName,
        @Nullable Place desktop,
        @Nullable Place online) {

    /** Computed by QuickBooks: shown, never taken from the app. */
    public boolean isReadOnly() {
        var place = desktop == null ? online : desktop;
        return place != null && place.use() == Use.READ_ONLY;
    }

    static Field text(String name) {
        return of(name, new Kind.Text(false));
    }

    static Field paragraphs(String name) {
        return of(name, new Kind.Text(true));
    }

    static Field flag(String name) {
        return of(name, new Kind.Flag());
    }

    static Field day(String name) {
        return of(name, new Kind.Day());
    }

    /** Money that may be negative: a line of a discount. AMTTYPE. */
    static Field amount(String name) {
        return of(name, new Kind.Decimal(13, 2, true, true));
    }

    /** Money that is never negative. AMTTYPE. */
    static Field positiveAmount(String name) {
        return of(name, new Kind.Decimal(13, 2, true, false));
    }

    /** PRICETYPE and QUANTYPE: up to five decimals. */
    static Field quantity(String name) {
        return of(name, new Kind.Decimal(10, 5, false, true));
    }

    static Field price(String name) {
        return of(name, new Kind.Decimal(10, 5, false, false));
    }

    /** An exchange rate: FLOATTYPE. */
    static Field rate(String name) {
        return of(name, new Kind.Decimal(10, 10, false, false));
    }

    static Field oneOf(String name, Map<String, String> online, String... allowed) {
        return of(name, new Kind.OneOf(List.of(allowed), Map.copyOf(online)));
    }

    static Field refers(String name, String type) {
        return of(name, new Kind.Refers(type));
    }

    static Field address(String name) {
        return of(name, new Kind.PostalAddress());
    }

    static Field lines(String name, Field... columns) {
        return of(name, new Kind.Lines(List.of(columns)));
    }

    /** ExternalGUID; {@code since} is 8 for list elements and 9 for transactions. */
    static Field marker(int since) {
        return of("marker", new Kind.Marker()).desktop("ExternalGUID").addOnly().since(since);
    }

    private static Field of(String name, Kind kind) {
        return new Field(name, kind, false, false, null, null);
    }

    Field required() {
        return new Field(name, kind, true, isName, desktop, online);
    }

    Field asName() {
        return new Field(name, kind, isRequired, true, desktop, online);
    }

    Field desktop(String path) {
        return desktop(path, 0);
    }

    Field desktop(String path, int limit) {
        return new Field(name, kind, isRequired, isName, Place.at(path, limit), online);
    }

    Field online(String path) {
        return online(path, 0);
    }

    Field online(String path, int limit) {
        return new Field(name, kind, isRequired, isName, desktop, Place.at(path, limit));
    }

    Field readOnly() {
        return places(place -> place.use(Use.READ_ONLY));
    }

    Field addOnly() {
        return places(place -> place.use(Use.ADD_ONLY));
    }

    /** The first qbXML version with it. */
    Field since(int major) {
        return new Field(name, kind, isRequired, isName, map(desktop, place -> place.since(major)), online);
    }

    Field readAs(String element) {
        return new Field(name, kind, isRequired, isName, map(desktop, place -> place.readAs(element)), online);
    }

    Field otherwise(String element, String text) {
        return new Field(name, kind, isRequired, isName, map(desktop, place -> place.otherwise(element, text)), online);
    }

    Field onlineAlso(String property, Object constant) {
        return new Field(name, kind, isRequired, isName, desktop, map(online, place -> place.also(property, constant)));
    }

    private Field places(UnaryOperator<Place> change) {
        return new Field(name, kind, isRequired, isName, map(desktop, change), map(online, change));
    }

    private static @Nullable Place map(@Nullable Place place, UnaryOperator<Place> change) {
        return place == null ? null : change.apply(place);
    }
}
