package dev.relink.quickbooks.online.rest;

import dev.relink.connector.Known;
import dev.relink.entity.Field;
import dev.relink.entity.Kind;
import dev.relink.entity.Place;
import dev.relink.entity.Value;
import dev.relink.entity.Values;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts fields at their places in an object. */
final class FieldsWriter {

    enum Verb {
        ADD,
        MOD
    }

    private final Verb verb;
    private final List<Known.Line> known;

    /** @param known the lines over there, for a change */
    FieldsWriter(Verb verb, List<Known.Line> known) {
        this.verb = verb;
        this.known = known;
    }

    void write(List<Field> fields, Values values, ObjectNode into) {
        for (var field : fields) {
            var place = field.online();
            var value = values.get(field.name());
            if (place != null && value != null && isWritten(place)) {
                write(field, place, value, into);
            }
        }
    }

    private boolean isWritten(Place place) {
        return place.use() == Place.Use.READ_WRITE || place.use() == Place.Use.ADD_ONLY && verb == Verb.ADD;
    }

    private void write(Field field, Place place, Value value, ObjectNode into) {
        if (field.kind() instanceof Kind.Lines kind) {
            lines(kind, place, value, into);
            return;
        }
        boolean empty = value instanceof Value.Nothing;
        if (empty && verb == Verb.ADD) {
            return;
        }
        int slash = place.path().lastIndexOf('/');
        var parent = slash < 0 ? into : inner(into, place.path().substring(0, slash));
        parent.set(place.path().substring(slash + 1), PropertyWriter.of(field.kind(), place, value, verb));
        place.also().forEach((name, constant) -> into.set(name, constant(constant, empty)));
    }

    /** A parent that is taken away makes a job no job. */
    private static JsonNode constant(Object constant, boolean empty) {
        return constant instanceof Boolean on
                ? JsonNodeFactory.instance.booleanNode(on && !empty)
                : JsonNodeFactory.instance.stringNode(constant.toString());
    }

    /** The object at a path below, made where it is missing. What a payment is linked to is a list of one. */
    static ObjectNode inner(ObjectNode object, String path) {
        var here = object;
        for (var name : path.split("/", -1)) {
            var next = here.get(name);
            if (next instanceof ObjectNode inner) {
                here = inner;
            } else if (name.equals("LinkedTxn")) {
                here = next == null || next.isEmpty() ? here.putArray(name).addObject() : (ObjectNode) next.get(0);
            } else {
                here = here.putObject(name);
            }
        }
        return here;
    }

    /** No lines in a new object are as good as none. */
    private void lines(Kind.Lines kind, Place place, Value value, ObjectNode into) {
        List<Values> wanted = value instanceof Value.Lines(var lines) ? lines : List.of();
        if (verb == Verb.MOD || !wanted.isEmpty()) {
            into.set(place.path(), new LinesWriter(kind, place, verb).write(wanted, known));
        }
    }
}
