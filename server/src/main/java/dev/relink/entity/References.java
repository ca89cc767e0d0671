package dev.relink.entity;

import dev.relink.entity.Value.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Walks the references of a record: those of its own and those of its lines. */
final class References {

    private References() {}

    static List<Link> of(List<Field> fields, Values values) {
        var links = new ArrayList<Link>();
        collect(fields, values, "", links);
        return List.copyOf(links);
    }

    private static void collect(List<Field> fields, Values values, String pointer, List<Link> links) {
        for (var field : fields) {
            var here = pointer + "/" + field.name();
            switch (values.get(field.name())) {
                case Reference reference
                when field.kind() instanceof Kind.Refers refers ->
                    links.add(new Link(here, field.name(), refers.type(), reference));
                case Value.Lines lines
                when field.kind() instanceof Kind.Lines kind -> {
                    for (int i = 0; i < lines.lines().size(); i++) {
                        collect(kind.columns(), lines.lines().get(i), here + "/" + i, links);
                    }
                }
                case null, default -> {}
            }
        }
    }

    static Values resolve(List<Field> fields, Values values, Resolver resolver) {
        var resolved = new LinkedHashMap<>(values.byField());
        for (var field : fields) {
            resolved.computeIfPresent(field.name(), (name, value) -> resolve(field, value, resolver));
        }
        return new Values(resolved);
    }

    private static Value resolve(Field field, Value value, Resolver resolver) {
        return switch (value) {
            case Reference.ToRecord unresolved
            when field.kind() instanceof Kind.Refers refers -> resolver.resolve(refers.type(), unresolved);
            case Reference.ByName name
            when field.kind() instanceof Kind.Refers refers -> resolver.named(refers.type(), name);
            case Value.Lines lines
            when field.kind() instanceof Kind.Lines kind ->
                new Value.Lines(lines.lines().stream()
                        .map(line -> resolve(kind.columns(), line, resolver))
                        .toList());
            default -> value;
        };
    }
}
