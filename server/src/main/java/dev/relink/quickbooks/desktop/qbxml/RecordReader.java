package dev.relink.quickbooks.desktop.qbxml;

import dev.relink.connector.Connector.UnreadableAnswer;
import dev.relink.connector.Row;
import dev.relink.entity.Kind;
import dev.relink.entity.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one Ret element into a record: unknown elements are skipped, their order does not matter. */
final class RecordReader {

    private static final Value.Address EMPTY = new Value.Address(List.of(), null, null, null, null);

    private final QbxmlReader xml;

    RecordReader(QbxmlReader xml) {
        this.xml = xml;
    }

    Row.Found read(Node.Shape shape) {
        var draft = new Draft();
        read(shape.children(), draft);
        return draft.found(shape);
    }

    private void read(Map<String, Node> nodes, Draft draft) {
        while (xml.nextChild()) {
            switch (nodes.get(xml.name())) {
                case null -> xml.skip();
                case Node.Inner inner -> read(inner.children(), draft);
                case Node.Leaf leaf -> draft.put(leaf.field(), value(leaf, draft));
                case Node.Reference reference -> draft.put(reference.field(), reference());
                case Node.Address address -> draft.put(address.field(), address());
                case Node.Line line -> line(line, draft);
                case Node.LineGroup group -> group(group, draft);
                case Node.Header header -> draft.put(header, text().strip());
            }
        }
    }

    private String text() {
        var name = xml.name();
        var text = xml.text();
        if (text == null) {
            throw new UnreadableAnswer(name + " has elements where text belongs");
        }
        return text;
    }

    /** What is no value of its kind is left out and noted: one odd field does not cost the whole answer. */
    private @Nullable Value value(Node.Leaf leaf, Draft draft) {
        var element = xml.name();
        var text = text();
        if (text.isBlank()) {
            return null;
        }
        try {
            return switch (leaf.kind()) {
                case Kind.Text _, Kind.OneOf _, Kind.Marker _ -> new Value.Text(text);
                case Kind.Flag _ -> new Value.Flag(flag(text.strip()));
                case Kind.Day _ -> new Value.Day(LocalDate.parse(text.strip()));
                case Kind.Decimal _ -> new Value.Number(new BigDecimal(text.strip()));
                case Kind.Refers _ -> new Value.Reference.ToQuickBooks(text.strip(), null);
                case Kind.PostalAddress _, Kind.Lines _ -> throw new IllegalArgumentException("no leaf");
            };
        } catch (IllegalArgumentException | DateTimeException _) {
            draft.unread(leaf.field(), "%s is \"%s\"".formatted(element, text));
            return null;
        }
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private @Nullable Value reference() {
        String id = null;
        String fullName = null;
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "ListID" -> id = text().strip();
                case "FullName" -> fullName = text();
                default -> xml.skip();
            }
        }
        id = id == null || id.isEmpty() ? null : id;
        fullName = fullName == null || fullName.isBlank() ? null : fullName;
        return id == null && fullName == null ? null : new Value.Reference.ToQuickBooks(id, fullName);
    }

    private @Nullable Value address() {
        var lines = new ArrayList<String>();
        String city = null;
        String state = null;
        String postalCode = null;
        String country = null;
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "Addr1", "Addr2", "Addr3", "Addr4", "Addr5" -> lines.add(text());
                case "City" -> city = text();
                case "State" -> state = text();
                case "PostalCode" -> postalCode = text();
                case "Country" -> country = text();
                default -> xml.skip();
            }
        }
        lines.removeIf(String::isBlank);
        var address = new Value.Address(lines, filled(city), filled(state), filled(postalCode), filled(country));
        return address.equals(EMPTY) ? null : address;
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private void line(Node.Line line, Draft draft) {
        var columns = new Draft();
        String id = "";
        while (xml.nextChild()) {
            var name = xml.name();
            var node = line.columns().get(name);
            if (name.equals("TxnLineID")) {
                id = text().strip();
            } else if (node instanceof Node.Leaf leaf) {
                columns.put(leaf.field(), value(leaf, columns));
            } else if (node instanceof Node.Reference reference) {
                columns.put(reference.field(), reference());
            } else {
                xml.skip();
            }
        }
        var values = columns.values();
        draft.unreadIn(line.field(), columns);
        draft.addLine(line.field(), id.isEmpty() ? idOf(values.get("invoice")) : id, false, values);
    }

    /** A line without an id of its own, such as an applied payment, is known by what it refers to. */
    private static String idOf(@Nullable Value value) {
        return value instanceof Value.Reference.ToQuickBooks(var id, var _) && id != null ? id : "";
    }

    private void group(Node.LineGroup group, Draft draft) {
        var columns = new Draft();
        String id = "";
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "TxnLineID" -> id = text().strip();
                case "ItemGroupRef" -> columns.put("item", reference());
                default -> xml.skip();
            }
        }
        draft.addLine(group.field(), id, true, columns.values());
    }
}
