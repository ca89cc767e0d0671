package dev.relink.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys of one entry, variant or tail. Every mistake in them is told with file and line. */
final class Fields {

    private static final Set<String> MEANING_KEYS =
            Set.of("name", "family", "severity", "whoCanFix", "retry", "outcome", "repairs");

    private final String file;
    private final Map<String, FrontMatter.Field> byKey = new HashMap<>();

    /** @param others keys that are allowed beside those of a meaning */
    Fields(String file, List<FrontMatter.Field> fields, Set<String> others) {
        this.file = file;
        for (FrontMatter.Field field : fields) {
            if (!MEANING_KEYS.contains(field.key()) && !others.contains(field.key())) {
                throw new BadCatalogueFile(file, field.line(), "no such key: " + field.key());
            }
            byKey.put(field.key(), field);
        }
    }

    FrontMatter.@Nullable Field get(String key) {
        return byKey.get(key);
    }

    List<FrontMatter.Field> under(String key) {
        FrontMatter.Field field = byKey.get(key);
        return field == null ? List.of() : field.under();
    }

    /** @param base gives what these keys leave out; null = they must say everything */
    Meaning meaning(@Nullable Meaning base, Guide guide) {
        return new Meaning(
                value("name", base == null ? null : base.name(), word -> word),
                choice("family", base == null ? null : base.family(), Family.values()),
                choice("severity", base == null ? null : base.severity(), Severity.values()),
                choice("whoCanFix", base == null ? null : base.whoCanFix(), WhoCanFix.values()),
                choice("retry", base == null ? null : base.retry(), Retry.values()),
                choice("outcome", base == null ? null : base.outcome(), Decision.values()),
                repairs(base == null ? null : base.repairs()),
                guide);
    }

    private <W extends Word> W choice(String key, @Nullable W otherwise, W[] choices) {
        return value(key, otherwise, word -> Word.of(choices, word));
    }

    <T> T value(String key, @Nullable T otherwise, Function<String, T> read) {
        FrontMatter.Field field = byKey.get(key);
        if (field != null) {
            return checked(field, () -> read.apply(field.value()));
        }
        if (otherwise == null) {
            throw new BadCatalogueFile(file, 1, "the key \"%s\" is missing".formatted(key));
        }
        return otherwise;
    }

    <T> T checked(FrontMatter.Field field, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new BadCatalogueFile(file, field.line(), field.key() + ": " + e.getMessage());
        }
    }

    private List<RepairKind> repairs(@Nullable List<RepairKind> otherwise) {
        FrontMatter.Field field = byKey.get("repairs");
        if (field == null) {
            return value("repairs", otherwise, _ -> List.of());
        }
        List<RepairKind> repairs = checked(
                field,
                () -> field.words().stream()
                        .map(word -> Word.of(RepairKind.values(), word))
                        .toList());
        if (new HashSet<>(repairs).size() < repairs.size()) {
            throw new BadCatalogueFile(file, field.line(), "a repair stands here twice");
        }
        return repairs;
    }

    /** The pattern under that key; none when it is not there. */
    List<MessagePattern> patterns(String key) {
        FrontMatter.Field pattern = byKey.get(key);
        return pattern == null ? List.of() : List.of(checked(pattern, () -> MessagePattern.of(pattern.value())));
    }

    Set<Operation> operations() {
        FrontMatter.Field operations = byKey.get("operations");
        return operations == null
                ? Set.of()
                : checked(
                        operations,
                        () -> operations.words().stream()
                                .map(word -> Word.of(Operation.values(), word))
                                .collect(Collectors.toSet()));
    }
}
