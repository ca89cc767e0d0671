package dev.relink.entity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fluent declaration of an entity type. */
final class Definition {

    final String name;
    final String label;
    int rank;
    boolean isList = true;
    boolean sendable;
    boolean hasIterator;
    Removal removal = Removal.DEACTIVATE;
    String query = "";

    @Nullable
    String online;

    List<Field> fields = List.of();
    List<Form> forms = List.of();
    final List<List<String>> foundBy = new ArrayList<>();
    final List<List<String>> resembles = new ArrayList<>();
    final List<BiConsumer<Values, Problems>> rules = new ArrayList<>();
    Function<Values, String> nameOf = values -> String.valueOf(values.text("name"));
    Function<Values, String> summary = values -> "";
    Function<Values, Optional<BigDecimal>> total = values -> Optional.empty();

    private Definition(String name, String label) {
        this.name = name;
        this.label = label;
    }

    static Definition entity(String name, String label) {
        return new Definition(name, label);
    }

    /** The app may send it; parents have lower ranks than their children. */
    Definition sent(int rank) {
        this.rank = rank;
        this.sendable = true;
        return this;
    }

    Definition desktopList(String element) {
        this.query = element;
        return this;
    }

    Definition desktopTransaction(String element, Removal removal) {
        this.query = element;
        this.removal = removal;
        this.isList = false;
        return this;
    }

    /** The Desktop query reads a page at a time. */
    Definition inPages() {
        this.hasIterator = true;
        return this;
    }

    Definition online(String object) {
        this.online = object;
        return this;
    }

    Definition fields(Field... declared) {
        this.fields = List.of(declared);
        return this;
    }

    /** Only for types that several Desktop elements carry. */
    Definition forms(Form... declared) {
        this.forms = List.of(declared);
        return this;
    }

    Definition foundBy(String... together) {
        foundBy.add(List.of(together));
        return this;
    }

    Definition resembles(String... together) {
        resembles.add(List.of(together));
        return this;
    }

    Definition named(Function<Values, String> nameOf) {
        this.nameOf = nameOf;
        return this;
    }

    Definition summary(Function<Values, String> summary) {
        this.summary = summary;
        return this;
    }

    Definition total(Function<Values, Optional<BigDecimal>> total) {
        this.total = total;
        return this;
    }

    Definition rule(BiConsumer<Values, Problems> rule) {
        rules.add(rule);
        return this;
    }

    EntityType build() {
        if (forms.isEmpty()) {
            forms = List.of(Form.of(query, fields));
        }
        return new EntityType(this);
    }
}
