package dev.relink.quickbooks.desktop.qbxml;

import dev.relink.connector.PlannedLine;
import dev.relink.entity.Addresses;
import dev.relink.entity.Form;
import dev.relink.entity.Kind;
import dev.relink.entity.Value;
import dev.relink.entity.Value.Reference;
import dev.relink.quickbooks.desktop.qbxml.AsciiXml.Tag;
import dev.relink.quickbooks.desktop.qbxml.FieldsWriter.Context;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one value as its element. */
@FunctionalInterface
interface ValueWriter {

    void write(AsciiXml out, Value value, Context context);

    /** @param name the last name of the path */
    static ValueWriter of(Kind kind, String name, Verb verb) {
        return switch (kind) {
            case Kind.Text _, Kind.OneOf _, Kind.Marker _ -> text(Tag.of(name));
            case Kind.Flag _, Kind.Day _ -> plain(Tag.of(name));
            case Kind.Decimal decimal -> number(Tag.of(name), decimal.money());
            case Kind.Refers _ -> name.endsWith("Ref") ? reference(Tag.of(name)) : id(Tag.of(name));
            case Kind.PostalAddress _ -> new AddressWriter(Tag.of(name), verb);
            case Kind.Lines lines -> new LinesWriter(lines, name, verb);
        };
    }

    /** Lines with an id of their own take part in a line plan. */
    static boolean haveIdentity(Kind.Lines lines) {
        return lines.columns().stream().anyMatch(column -> column.name().equals("id"));
    }

    private static ValueWriter text(Tag tag) {
        return (out, value, context) ->
                out.leaf(tag, value instanceof Value.Text text ? text.text().strip() : "");
    }

    /** Flags and days cannot be emptied: an empty one does not fit the schema and would fail the whole set. */
    private static ValueWriter plain(Tag tag) {
        return (out, value, context) -> {
            switch (value) {
                case Value.Flag flag -> out.leaf(tag, Boolean.toString(flag.on()));
                case Value.Day day -> out.leaf(tag, day.date().toString());
                default -> {}
            }
        };
    }

    /** AMTTYPE takes two decimals or none; nor can a number be emptied. */
    private static ValueWriter number(Tag tag, boolean money) {
        return (out, value, context) -> {
            if (value instanceof Value.Number(var number)) {
                out.leaf(tag, (money ? number.setScale(2, RoundingMode.UNNECESSARY) : number).toPlainString());
            }
        };
    }

    private static ValueWriter reference(Tag tag) {
        var listId = Tag.of("ListID");
        var fullName = Tag.of("FullName");
        return (out, value, context) -> {
            out.open(tag);
            switch (value) {
                case Reference.ToQuickBooks(var id, var _) when id != null -> out.leaf(listId, id);
                case Reference.ToQuickBooks(var _, var name) when name != null -> out.leaf(fullName, name);
                case Reference.ByName(var name) -> out.leaf(fullName, name);
                case Value.Nothing _ -> out.leaf(fullName, "");
                default -> throw new IllegalArgumentException("Not resolved: " + value);
            }
            out.close(tag);
        };
    }

    private static ValueWriter id(Tag tag) {
        return (out, value, context) -> {
            if (value instanceof Reference.ToQuickBooks(var id, var _) && id != null) {
                out.leaf(tag, id);
            } else {
                throw new IllegalArgumentException("Needs an id of QuickBooks, has " + value);
            }
        };
    }

    /** A Mod writes the empty parts too, else those that QuickBooks has would stay. */
    final class AddressWriter implements ValueWriter {

        private static final Tag[] LINES = {
            Tag.of("Addr1"), Tag.of("Addr2"), Tag.of("Addr3"), Tag.of("Addr4"), Tag.of("Addr5")
        };
        private static final Tag CITY = Tag.of("City");
        private static final Tag STATE = Tag.of("State");
        private static final Tag POSTAL_CODE = Tag.of("PostalCode");
        private static final Tag COUNTRY = Tag.of("Country");
        private static final Value.Address EMPTY = new Value.Address(List.of(), null, null, null, null);

        private final Tag tag;
        private final boolean emptyToo;

        AddressWriter(Tag tag, Verb verb) {
            this.tag = tag;
            this.emptyToo = verb == Verb.MOD;
        }

        @Override
        public void write(AsciiXml out, Value value, Context context) {
            var address = value instanceof Value.Address given ? Addresses.wrap(given) : EMPTY;
            out.open(tag);
            for (int i = 0; i < LINES.length; i++) {
                part(out, LINES[i], i < address.lines().size() ? address.lines().get(i) : null);
            }
            part(out, CITY, address.city());
            part(out, STATE, address.state());
            part(out, POSTAL_CODE, address.postalCode());
            part(out, COUNTRY, address.country());
            out.close(tag);
        }

        private void part(AsciiXml out, Tag part, @Nullable String text) {
            if (text != null || emptyToo) {
                out.leaf(part, text == null ? "" : text);
            }
        }
    }

    /** Lines of a transaction: all of them in an Add, by plan in a Mod. */
    final class LinesWriter implements ValueWriter {

        private static final Tag TXN_LINE_ID = Tag.of("TxnLineID");
        private static final String NEW = "-1";

        private final Tag line;
        private final Tag group;
        private final boolean planned;
        private final FieldsWriter columns;

        LinesWriter(Kind.Lines kind, String name, Verb verb) {
            this.line = Tag.of(name + verb.suffix());
            this.group = Tag.of(name + "Group" + verb.suffix());
            this.planned = verb == Verb.MOD && haveIdentity(kind);
            this.columns = new FieldsWriter(Form.slots(kind.columns()), verb);
        }

        @Override
        public void write(AsciiXml out, Value value, Context context) {
            if (planned) {
                var plan = value instanceof Value.Lines(var lines)
                        ? PlannedLine.plan(lines, context.lines())
                        : PlannedLine.keep(context.lines());
                plan.forEach(planned -> write(out, planned, context));
            } else if (value instanceof Value.Lines(var lines)) {
                for (var values : lines) {
                    out.open(line);
                    columns.write(out, values, context);
                    out.close(line);
                }
            }
        }

        private void write(AsciiXml out, PlannedLine planned, Context context) {
            var tag = planned.group() ? group : line;
            var known = planned.known();
            out.open(tag).leaf(TXN_LINE_ID, known == null ? NEW : known.quickbooksId());
            if (planned.values() != null) {
                columns.write(out, planned.values(), context);
            }
            out.close(tag);
        }
    }
}
