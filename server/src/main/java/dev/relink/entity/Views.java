package dev.relink.entity;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record as that QuickBooks will give it back: what it does not keep left out, text stripped, addresses wrapped. */
public final class Views {

    private final QuickBooks quickbooks;

    private Views(QuickBooks quickbooks) {
        this.quickbooks = quickbooks;
    }

    public static Values of(EntityType type, Values values, QuickBooks quickbooks) {
        return new Views(quickbooks).of(type.fields(), values);
    }

    private Values of(List<Field> fields, Values values) {
        var view = new LinkedHashMap<String, Value>();
        for (var field : fields) {
            var value = values.get(field.name());
            if (value != null && isKept(field)) {
                view.put(field.name(), of(field, value));
            }
        }
        return new Values(view);
    }

    /** The fields of items have their Desktop places in the forms: every one of them is kept. */
    private boolean isKept(Field field) {
        return switch (quickbooks) {
            case ONLINE -> field.online() != null;
            case DESKTOP ->
                field.desktop() != null
                        || field.online() != null && !field.name().equals("currency");
        };
    }

    private Value of(Field field, Value value) {
        return switch (value) {
            case Value.Text(var word)
            when quickbooks == QuickBooks.ONLINE && field.kind() instanceof Kind.OneOf kind ->
                new Value.Text(kind.asOnlineKeepsIt(word));
            case Value.Text(var text) -> new Value.Text(text(text));
            case Value.Address address when quickbooks == QuickBooks.DESKTOP -> address(Addresses.wrap(address));
            case Value.Address address -> inOnline(address);
            case Value.Lines(var lines)
            when field.kind() instanceof Kind.Lines kind ->
                new Value.Lines(
                        lines.stream().map(line -> of(kind.columns(), line)).toList());
            default -> value;
        };
    }

    private Value.Address address(Value.Address wrapped) {
        return new Value.Address(
                wrapped.lines().stream().map(Characters::asDesktopKeepsIt).toList(),
                part(wrapped.city()),
                part(wrapped.state()),
                part(wrapped.postalCode()),
                part(wrapped.country()));
    }

    /** Its country as a code of three letters, however it was written: Online gives "USA" for "United States". */
    private static Value.Address inOnline(Value.Address address) {
        return new Value.Address(
                address.lines().stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                stripped(address.city()),
                stripped(address.state()),
                stripped(address.postalCode()),
                address.country() == null ? null : stripped(Countries.code(address.country())));
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable String part(@Nullable String text) {
        return text == null ? null : Characters.asDesktopKeepsIt(text);
    }

    private String text(String text) {
        var stripped = Characters.normal(text).strip();
        return quickbooks == QuickBooks.DESKTOP ? Characters.asDesktopKeepsIt(stripped) : stripped;
    }
}
