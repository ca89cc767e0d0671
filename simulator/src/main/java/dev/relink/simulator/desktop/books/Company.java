package dev.relink.simulator.desktop.books;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds for the company as a whole: its preferences, who may do what, what is open on somebody's screen. */
public final class Company {
    private final String name;
    private final Set<Feature> features = EnumSet.of(
            Feature.ESTIMATES,
            Feature.SALES_ORDERS,
            Feature.INVENTORY,
            Feature.SALES_TAX,
            Feature.CLASS_TRACKING,
            Feature.PRICE_LEVELS);
    private final Map<String, Right> rights = new HashMap<>();
    private final Set<String> openRecords = new HashSet<>();
    private final Set<String> disturbed = new HashSet<>();
    private final List<PrivateField> privateFields = new ArrayList<>();
    private @Nullable LocalDate closingDate;

    Company(String name) {
        this.name = name;
    }

    /** What the user who is logged in may do with records of a type. */
    public record Right(boolean create, boolean modify) {}

    public String name() {
        return name;
    }

    /** The features that are on. */
    public Set<Feature> features() {
        return features;
    }

    /** Rights by type name; a type without an entry is free. */
    public Map<String, Right> rights() {
        return rights;
    }

    /** Ids of the records that somebody has open in a window. */
    public Set<String> openRecords() {
        return openRecords;
    }

    /** Types that another user is just changing; the next Add or Mod to such a list meets it and takes it out. */
    public Set<String> disturbed() {
        return disturbed;
    }

    /** Fields that applications keep with the company: FileID, AppLock ... */
    public List<PrivateField> privateFields() {
        return privateFields;
    }

    /** The last day that is closed, or null. */
    public @Nullable LocalDate closingDate() {
        return closingDate;
    }

    /** Closes the books up to and with that day; null opens them. */
    public void close(@Nullable LocalDate lastDay) {
        closingDate = lastDay;
    }

    /** Writes a private field, in place of one of that owner and name. */
    public void keep(PrivateField field) {
        privateFields.removeIf(old -> old.is(field.ownerId(), field.name()));
        privateFields.add(field);
    }
}
