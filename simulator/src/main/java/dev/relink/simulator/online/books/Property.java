package dev.relink.simulator.online.books;

import java.util.List;

/**
 * A property of a type.
 *
 * @param type the name of the type when {@code kind} is {@link Kind#OBJECT}, otherwise the kind's word
 * @param attribute whether XML writes it as an attribute
 * @param values what is allowed when {@code kind} is {@link Kind#ENUM}
 */
public record Property(String name, Kind kind, String type, boolean list, boolean attribute, List<String> values) {
    /** @param declared {@code @} for an attribute, {@code list} for several, then the kind and the allowed values */
    static Property of(String name, String declared) {
        boolean attribute = declared.startsWith("@");
        String rest = attribute ? declared.substring(1) : declared;
        boolean list = rest.startsWith("list ");
        String[] words = (list ? rest.substring(5) : rest).split(" ", 2);
        Kind kind = Kind.of(words[0]);
        List<String> values = kind == Kind.ENUM ? List.of(words[1].split("\\|")) : List.of();
        return new Property(name, kind, words[0], list, attribute, values);
    }
}
