package dev.relink.entity;

import dev.relink.entity.Value.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one QuickBooks can keep of a record: told at the door, never cut. Counts UTF-16 units, blanks at the ends aside. */
public final class Limits {

    private static final int DESKTOP_CITY = 31;
    private static final int DESKTOP_STATE = 21;
    private static final int DESKTOP_POSTAL_CODE = 13;
    private static final int DESKTOP_COUNTRY = 31;

    private final QuickBooks quickbooks;
    private final Problems problems;

    private Limits(QuickBooks quickbooks, Problems problems) {
        this.quickbooks = quickbooks;
        this.problems = problems;
    }

    public static void check(EntityType type, Values values, QuickBooks quickbooks, Problems problems) {
        var limits = new Limits(quickbooks, problems);
        switch (quickbooks) {
            case ONLINE -> limits.online(type.fields(), values, "");
            case DESKTOP ->
                type.forms().stream()
                        .filter(form -> form.takes().test(values))
                        .findFirst()
                        .ifPresent(form -> limits.desktop(form.slots(), values, ""));
        }
    }

    private void desktop(List<Form.Slot> slots, Values values, String pointer) {
        for (var slot : slots) {
            var here = pointer + "/" + slot.field().name();
            var value = values.get(slot.field().name());
            if (value instanceof Value.Lines(var lines) && slot.field().kind() instanceof Kind.Lines kind) {
                for (int i = 0; i < lines.size(); i++) {
                    desktop(Form.slots(kind.columns()), lines.get(i), here + "/" + i);
                }
            } else {
                check(value, slot.place().limit(), here);
            }
        }
    }

    private void online(List<Field> fields, Values values, String pointer) {
        for (var field : fields) {
            var here = pointer + "/" + field.name();
            var value = values.get(field.name());
            if (field.online() == null) {
                continue;
            }
            if (value instanceof Value.Lines(var lines) && field.kind() instanceof Kind.Lines kind) {
                for (int i = 0; i < lines.size(); i++) {
                    online(kind.columns(), lines.get(i), here + "/" + i);
                }
            } else if (value instanceof Value.Text(var word) && field.kind() instanceof Kind.OneOf kind) {
                if (!kind.online().containsKey(word)) {
                    problems.add(here, "is %s; QuickBooks Online has no such %s".formatted(word, field.name()));
                }
            } else {
                check(value, field.online().limit(), here);
            }
        }
    }

    private void check(@Nullable Value value, int limit, String pointer) {
        switch (value) {
            case Value.Text(var text) -> text(text, limit, pointer);
            case Reference.ByName(var name) -> text(name, limit, pointer + "/name");
            case Value.Address address when quickbooks == QuickBooks.DESKTOP -> address(address, pointer);
            case Value.Address address -> lines(address.lines().size(), pointer);
            case null, default -> {}
        }
    }

    private void text(@Nullable String text, int limit, String pointer) {
        if (text == null) {
            return;
        }
        int length = text.strip().length();
        int lost = quickbooks == QuickBooks.DESKTOP ? Characters.firstLost(text) : -1;
        if (limit > 0 && length > limit) {
            problems.add(
                    pointer,
                    "has %d characters; %s keeps %d: %s"
                            .formatted(length, quickbooks.label(), limit, Problems.quote(text)));
        } else if (lost >= 0) {
            problems.add(
                    pointer,
                    "has the character %s (U+%04X), which %s cannot keep: %s"
                            .formatted(Character.toString(lost), lost, quickbooks.label(), Problems.quote(text)));
        }
    }

    private void address(Value.Address address, String pointer) {
        var wrapped = Addresses.wrap(address);
        lines(wrapped.lines().size(), pointer);
        for (var line : wrapped.lines()) {
            text(line, Addresses.LINE_LENGTH, pointer + "/lines");
        }
        text(wrapped.city(), DESKTOP_CITY, pointer + "/city");
        text(wrapped.state(), DESKTOP_STATE, pointer + "/state");
        text(wrapped.postalCode(), DESKTOP_POSTAL_CODE, pointer + "/postalCode");
        text(wrapped.country(), DESKTOP_COUNTRY, pointer + "/country");
    }

    private void lines(int count, String pointer) {
        if (count > Addresses.MOST_LINES) {
            var width = quickbooks == QuickBooks.DESKTOP ? " of %d characters".formatted(Addresses.LINE_LENGTH) : "";
            problems.add(
                    pointer + "/lines",
                    "take %d lines%s; %s keeps %d".formatted(count, width, quickbooks.label(), Addresses.MOST_LINES));
        }
    }
}
