package dev.relink.entity;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one QuickBooks keeps a field.
 *
 * @param path element or property names, separated by {@code /}. On Desktop a name ending in {@code *} takes {@code Mod}
 *     in a Mod, and a last name ending in {@code Ref} is an aggregate of ListID and FullName
 * @param limit most characters it keeps (of a reference: of its full name), 0 when the schema states none
 * @param readAs the last name in an answer, where it differs; null where it does not
 * @param since the first qbXML major version that knows it, 0 for always
 * @param otherwise written in an Add when the field is absent: element and text, null for nothing
 * @param also constants that stand beside the value
 */
public record Place(
        String path,
        int limit,
        Use use,
        @Nullable String readAs,
        int since,
        Map.@Nullable Entry<String, String> otherwise,
        Map<String, Object> also) {

    public enum Use {
        READ_WRITE,
        /** Cannot be changed later. */
        ADD_ONLY,
        /** Computed by QuickBooks. */
        READ_ONLY
    }

    public Place {
        also = Map.copyOf(also);
    }

    static Place at(String path, int limit) {
        return new Place(path, limit, Use.READ_WRITE, null, 0, null, Map.of());
    }

    Place use(Use other) {
        return new Place(path, limit, other, readAs, since, otherwise, also);
    }

    Place readAs(String name) {
        return new Place(path, limit, use, name, since, otherwise, also);
    }

    Place since(int major) {
        return new Place(path, limit, use, readAs, major, otherwise, also);
    }

    Place otherwise(String element, String text) {
        return new Place(path, limit, use, readAs, since, Map.entry(element, text), also);
    }

    Place also(String name, Object constant) {
        return new Place(path, limit, use, readAs, since, otherwise, Map.of(name, constant));
    }
}
