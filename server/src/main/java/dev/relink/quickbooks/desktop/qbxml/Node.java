package dev.relink.quickbooks.desktop.qbxml;

import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.Field;
import dev.relink.entity.Form;
import dev.relink.entity.Form.Slot;
import dev.relink.entity.Kind;
import dev.relink.entity.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What to do with an element of an answer: a tree of names, built once from the entity types. */
sealed interface Node {

    /** An aggregate whose parts are fields. */
    record Inner(Map<String, Node> children) implements Node {}

    record Leaf(String field, Kind kind) implements Node {}

    record Reference(String field) implements Node {}

    record Address(String field) implements Node {}

    record Line(String field, Map<String, Node> columns) implements Node {}

    /** A line group: kept by its id, shown by its item. */
    record LineGroup(String field) implements Node {}

    /** What every object has. */
    enum Header implements Node {
        ID,
        EDIT_SEQUENCE,
        FULL_NAME,
        TIME_MODIFIED,
        EXTERNAL_GUID
    }

    /** A Ret element: whose record it is, what the element itself tells, and its children. */
    record Shape(EntityType type, Values implied, Map<String, Node> children) {}

    /** Every object that we read, by element ({@code CustomerRet}). */
    Map<String, Shape> SHAPES = compile();

    private static Map<String, Shape> compile() {
        var shapes = new HashMap<String, Shape>();
        for (var type : EntityTypes.all()) {
            for (var form : type.forms()) {
                var shape = shapes.computeIfAbsent(form.element() + "Ret", name -> shape(type, form));
                form.slots().forEach(slot -> add(shape.children(), slot));
            }
        }
        return Map.copyOf(shapes);
    }

    private static Shape shape(EntityType type, Form form) {
        var children = new HashMap<String, Node>();
        children.put(type.isList() ? "ListID" : "TxnID", Header.ID);
        children.put("EditSequence", Header.EDIT_SEQUENCE);
        children.put("TimeModified", Header.TIME_MODIFIED);
        children.put("ExternalGUID", Header.EXTERNAL_GUID);
        if (type.isList()) {
            children.put("FullName", Header.FULL_NAME);
        }
        return new Shape(type, form.implied(), children);
    }

    private static void add(Map<String, Node> children, Slot slot) {
        var path = slot.place().path().replace("*", "");
        int slash = path.indexOf('/');
        var last = slot.place().readAs() == null
                ? path.substring(slash + 1)
                : slot.place().readAs();
        var parent = children;
        if (slash >= 0) {
            var inner = children.computeIfAbsent(path.substring(0, slash), name -> new Inner(new HashMap<>()));
            parent = ((Inner) inner).children();
        }
        var field = slot.field().name();
        switch (slot.field().kind()) {
            case Kind.Marker _ -> {}
            case Kind.Refers _ -> parent.put(last, last.endsWith("Ref") ? new Reference(field) : idOnly(slot));
            case Kind.PostalAddress _ -> parent.put(last, new Address(field));
            case Kind.Lines lines -> {
                parent.put(last + "Ret", new Line(field, columns(lines.columns())));
                parent.put(last + "GroupRet", new LineGroup(field));
            }
            case Kind.Text _, Kind.OneOf _, Kind.Flag _, Kind.Day _, Kind.Decimal _ ->
                parent.put(last, new Leaf(field, slot.field().kind()));
        }
    }

    private static Node idOnly(Slot slot) {
        return new Leaf(slot.field().name(), slot.field().kind());
    }

    private static Map<String, Node> columns(List<Field> fields) {
        var columns = new HashMap<String, Node>();
        Form.slots(fields).forEach(slot -> add(columns, slot));
        return columns;
    }
}
