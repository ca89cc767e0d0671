package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.ListElement;
import dev.relink.simulator.desktop.books.ListType;
import dev.relink.simulator.desktop.books.Money;
import dev.relink.simulator.desktop.books.Reference;
import dev.relink.simulator.desktop.books.Switches.ExternalGuid;
import dev.relink.simulator.desktop.qbxml.Element;
import dev.relink.simulator.desktop.qbxml.Rule;
import dev.relink.simulator.desktop.qbxml.Shape;
import dev.relink.simulator.desktop.qbxml.ValueType;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the body of an Add or Mod into what the books keep: named as in answers, references by ListID, numbers as printed. */
final class Stored {
    /** What the books keep elsewhere than among the stored fields. */
    private static final Set<String> IN_HEADING =
            Set.of("Name", "ParentRef", "ListID", "TxnID", "EditSequence", "TxnDate", "RefNumber", "TotalAmount");

    private final Change change;
    private final Books books;

    Stored(Change change) {
        this.change = change;
        this.books = change.books();
    }

    /** The stored fields after the change, lines left out. */
    Element fields() throws RequestFailed {
        String ret = change.type().ret();
        boolean keeps = change.kind() == Change.Kind.MODIFY && change.call().keepsOmitted();
        Element fields = keeps ? change.target().fields().copyAs(ret) : new Element(ret);
        merge(change.body(), change.rule(), Shape.of(ret), fields, change.type().label());
        return fields;
    }

    /** Merges what {@code from} says into {@code to}; {@code place} is what a dead reference is said to stand in. */
    void merge(Element from, Rule rule, Shape shape, Element to, String place) throws RequestFailed {
        forgetRepeating(from, shape, to);
        for (Element child : from.children()) {
            if (child.name().equals("BarCode")) {
                to.set("BarCodeValue", Objects.requireNonNullElse(child.value("BarCodeValue"), ""));
                continue;
            }
            String name = storedName(child.name(), shape);
            Rule below = rule.below(child.name());
            if (name != null && below != null && !isElsewhere(child.name())) {
                put(child, name, below, Objects.requireNonNull(shape.below(name)), to, place);
            }
        }
    }

    private void put(Element child, String name, Rule rule, Shape shape, Element to, String place)
            throws RequestFailed {
        Reference reference = Reference.named(name);
        if (reference != null) {
            putReference(reference, child, name, to, place);
        } else if (child.children().isEmpty()) {
            putLeaf(child, name, rule, to);
        } else if (shape.repeats()) {
            Element element = new Element(name);
            merge(child, rule, shape, element, place);
            to.add(element);
        } else {
            Element before = to.child(name);
            Element element = before == null ? new Element(name) : before;
            merge(child, rule, shape, element, place);
            to.set(element);
        }
    }

    private void putReference(Reference reference, Element child, String name, Element to, String place)
            throws RequestFailed {
        ListElement target = References.resolve(books, reference, child, place);
        if (target != null) {
            to.set(new Element(name).add("ListID", target.id()));
        } else if (change.call().clearsEmpty()) {
            to.remove(name);
        }
    }

    private void putLeaf(Element leaf, String name, Rule rule, Element to) {
        if (leaf.text().isEmpty()) {
            if (change.call().clearsEmpty()) {
                to.remove(name);
            }
            return;
        }
        if (name.equals("ExternalGUID")
                && Features.externalGuid(books.switches(), change.type().label()) == ExternalGuid.ACCEPTED_AND_LOST) {
            return;
        }
        to.set(name, printed(leaf.text(), rule.type()));
    }

    private String printed(String value, @Nullable ValueType type) {
        if (type == null) {
            return value;
        }
        return switch (type) {
            case AMTTYPE -> Money.amount(new BigDecimal(value)).toPlainString();
            case PRICETYPE, PERCENTTYPE -> Money.price(new BigDecimal(value));
            case QUANTYPE -> quantity(new BigDecimal(value));
            case BOOLTYPE -> Boolean.toString(value.equals("true") || value.equals("1"));
            case STRTYPE -> CodePage.stored(books.switches(), value);
            case IDTYPE, ENUMTYPE, DATETYPE, DATETIMETYPE, TIMEINTERVALTYPE, GUIDTYPE, INTTYPE, FLOATTYPE -> value;
        };
    }

    private static String quantity(BigDecimal quantity) {
        BigDecimal plain = quantity.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

    /** A Mod replaces all elements of a repeating name, not one of them. */
    private static void forgetRepeating(Element from, Shape shape, Element to) {
        for (Element child : from.children()) {
            String name = storedName(child.name(), shape);
            Shape below = name == null ? null : shape.below(name);
            if (below != null && below.repeats()) {
                to.remove(String.valueOf(name));
            }
        }
    }

    private boolean isElsewhere(String name) {
        return IN_HEADING.contains(name)
                || name.equals("IsActive") && change.type() instanceof ListType
                || name.endsWith("LineAdd")
                || name.endsWith("LineMod")
                || name.startsWith("AppliedToTxn");
    }

    /** {@code Contacts} and {@code ContactsMod} are answered as {@code ContactsRet}; null for what is not answered. */
    private static @Nullable String storedName(String name, Shape shape) {
        if (shape.has(name)) {
            return name;
        }
        String plain = name.endsWith("Add") || name.endsWith("Mod") ? name.substring(0, name.length() - 3) : name;
        if (shape.has(plain)) {
            return plain;
        }
        return shape.has(plain + "Ret") ? plain + "Ret" : null;
    }
}
