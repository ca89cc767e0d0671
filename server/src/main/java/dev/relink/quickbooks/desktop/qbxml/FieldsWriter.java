package dev.relink.quickbooks.desktop.qbxml;

import dev.relink.connector.Known;
import dev.relink.entity.Form.Slot;
import dev.relink.entity.Kind;
import dev.relink.entity.Place.Use;
import dev.relink.entity.Value;
import dev.relink.entity.Values;
import dev.relink.quickbooks.desktop.qbxml.AsciiXml.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the fields of one form for one verb in wire order. Compiled once. */
final class FieldsWriter {

    /**
     * What a write needs beyond the values.
     *
     * @param version qbXML major version: younger fields are left out, since one unknown element fails a whole set
     */
    record Context(int version, @Nullable String marker, List<Known.Line> lines) {}

    /** A field, the aggregate around it, and how its value is written. */
    private record Step(
            Slot slot, @Nullable Tag aggregate, @Nullable Tag otherwise, ValueWriter writer) {}

    private final Verb verb;
    private final List<Step> steps = new ArrayList<>();

    FieldsWriter(List<Slot> slots, Verb verb) {
        this.verb = verb;
        for (var slot : slots) {
            if (slot.place().use() == Use.READ_WRITE || slot.place().use() == Use.ADD_ONLY && verb == Verb.ADD) {
                steps.add(step(slot, verb));
            }
        }
    }

    private static Step step(Slot slot, Verb verb) {
        var path = slot.place().path();
        int slash = path.indexOf('/');
        var aggregate = slash < 0 ? null : Tag.of(verb.element(path.substring(0, slash)));
        var otherwise = slot.place().otherwise();
        return new Step(
                slot,
                aggregate,
                otherwise == null || verb != Verb.ADD ? null : Tag.of(otherwise.getKey()),
                ValueWriter.of(slot.field().kind(), path.substring(slash + 1), verb));
    }

    void write(AsciiXml out, Values values, Context context) {
        Tag open = null;
        for (var step : steps) {
            if (step.slot().place().since() > context.version()) {
                continue;
            }
            var value = valueOf(step, values, context);
            if (value == null || value instanceof Value.Nothing && verb == Verb.ADD) {
                otherwise(out, step);
                continue;
            }
            open = enter(out, open, step.aggregate());
            step.writer().write(out, value, context);
        }
        enter(out, open, null);
    }

    private @Nullable Value valueOf(Step step, Values values, Context context) {
        return switch (step.slot().field().kind()) {
            case Kind.Marker _ -> context.marker() == null ? null : new Value.Text("{" + context.marker() + "}");
            case Kind.Lines lines ->
                linesOf(lines, values.get(step.slot().field().name()), context);
            default -> values.get(step.slot().field().name());
        };
    }

    /** No lines in an Add are as good as none; a Mod that does not name a line deletes it, so known ones are listed. */
    private @Nullable Value linesOf(Kind.Lines kind, @Nullable Value value, Context context) {
        boolean none = value == null || value instanceof Value.Lines(var lines) && lines.isEmpty();
        if (verb == Verb.MOD && ValueWriter.haveIdentity(kind)) {
            return value == null && context.lines().isEmpty()
                    ? null
                    : Objects.requireNonNullElse(value, new Value.Nothing());
        }
        return none ? null : value;
    }

    private static void otherwise(AsciiXml out, Step step) {
        var constant = step.slot().place().otherwise();
        if (step.otherwise() != null && constant != null) {
            out.leaf(step.otherwise(), constant.getValue());
        }
    }

    private static @Nullable Tag enter(AsciiXml out, @Nullable Tag open, @Nullable Tag wanted) {
        boolean same = open == null ? wanted == null : wanted != null && Arrays.equals(open.open(), wanted.open());
        if (same) {
            return open;
        }
        if (open != null) {
            out.close(open);
        }
        if (wanted != null) {
            out.open(wanted);
        }
        return wanted;
    }
}
