package dev.relink.entity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One entity type, declared once: its fields in wire order with both QuickBooks' names and limits, what it refers to and
 * what identifies it. Door, codecs, look-ups and pages interpret it. There is one instance of each: see
 * {@link EntityTypes}.
 */
public final class EntityType {

    private final Definition definition;
    private final Map<String, Field> byName;

    EntityType(Definition definition) {
        this.definition = definition;
        this.byName = definition.fields.stream().collect(Collectors.toUnmodifiableMap(Field::name, field -> field));
    }

    /** The word in addresses, JSON and tables, such as {@code sales-tax-code}. */
    public String name() {
        return definition.name;
    }

    /** For people, such as “Sales tax code”. */
    public String label() {
        return definition.label;
    }

    /** Parents before children: what has a lower rank goes first. */
    public int rank() {
        return definition.rank;
    }

    /** A list element: it has a ListID and a name, and is made inactive rather than deleted. */
    public boolean isList() {
        return definition.isList;
    }

    /** A transaction: it has a TxnID and a date. */
    public boolean isTransaction() {
        return !definition.isList;
    }

    /** The app may hand records of this type over. The others are QuickBooks' own lists, which records only name. */
    public boolean isSendable() {
        return definition.sendable;
    }

    /** What becomes of it in QuickBooks when the app deletes it, unless the flow says otherwise. */
    public Removal removal() {
        return definition.removal;
    }

    /** In Desktop's wire order. */
    public List<Field> fields() {
        return definition.fields;
    }

    public @Nullable Field field(String name) {
        return byName.get(name);
    }

    /** The Desktop elements that can carry this type. */
    public List<Form> forms() {
        return definition.forms;
    }

    /** The form for a record. @throws IllegalArgumentException when no form takes it */
    public Form form(Values values) {
        return forms().stream()
                .filter(form -> form.takes().test(values))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No Desktop element takes this " + name()));
    }

    /** The stem of the Desktop query, such as {@code Item} of {@code ItemQueryRq}. */
    public String query() {
        return definition.query;
    }

    /** Whether that query can be read a page at a time. */
    public boolean hasIterator() {
        return definition.hasIterator;
    }

    /** The object's name in QuickBooks Online; null where it has none. */
    public @Nullable String online() {
        return definition.online;
    }

    /** Natural keys: fields that together identify a record. */
    public List<List<String>> foundBy() {
        return definition.foundBy;
    }

    /** Fields that together make two records likely twins. */
    public List<List<String>> resembles() {
        return definition.resembles;
    }

    /** Every reference of a record, those of its lines too. */
    public List<Link> references(Values values) {
        return References.of(fields(), values);
    }

    /** The same values with references to records turned into entries of QuickBooks. */
    public Values resolve(Values values, Resolver resolver) {
        return References.resolve(fields(), values, resolver);
    }

    /** What people call this record: its name, its number, or “Payment of 2026-03-01”. */
    public String nameOf(Values values) {
        return definition.nameOf.apply(values);
    }

    /** A second line for tables; empty when there is nothing to say. */
    public String summary(Values values) {
        return definition.summary.apply(values);
    }

    /** The total of a transaction before tax, when the values tell it. */
    public Optional<BigDecimal> total(Values values) {
        return definition.total.apply(values);
    }

    /** {@code Parent:Child}. @param parentFullName null at the top level */
    public String fullNameOf(Values values, @Nullable String parentFullName) {
        return parentFullName == null ? nameOf(values) : parentFullName + ":" + nameOf(values);
    }

    /** Rules of this type beyond those of single fields. */
    List<BiConsumer<Values, Problems>> rules() {
        return definition.rules;
    }

    @Override
    public String toString() {
        return name();
    }
}
