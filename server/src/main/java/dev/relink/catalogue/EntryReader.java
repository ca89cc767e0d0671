package dev.relink.catalogue;

import dev.relink.catalogue.CatalogueEntry.Example;
import dev.relink.connector.StatusCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one Markdown file into one entry. Every broken rule is told with file and line. */
final class EntryReader {

    private static final Set<String> MEANING_KEYS =
            Set.of("name", "family", "severity", "whoCanFix", "retry", "outcome", "repairs");
    private static final Set<String> OPTIONAL_KEYS = Set.of("standing", "seeAlso", "variants", "examples");
    private static final Set<String> VARIANT_KEYS = Set.of("operations", "pattern");
    private static final Set<String> STANDINGS = Set.of("recorded", "documented", "reported", "unverified");

    private final String file;
    private final FrontMatter front;
    private final GuideSections sections;

    private EntryReader(String file, List<String> lines) {
        this.file = file;
        this.front = FrontMatter.of(file, lines);
        this.sections = new GuideSections(file, lines, front.lastLine());
    }

    static CatalogueEntry read(StatusCode code, String file, String text) {
        return new EntryReader(file, text.lines().toList()).entry(code);
    }

    private CatalogueEntry entry(StatusCode code) {
        Map<String, FrontMatter.Field> fields = byKey(front.fields(), MEANING_KEYS, OPTIONAL_KEYS);
        Meaning meaning = meaning(fields, null, sections.base(front.lastLine()));
        List<Variant> variants = under(fields, "variants").stream()
                .map(field -> variant(field, meaning))
                .toList();
        Set<String> names = variants.stream().map(Variant::name).collect(Collectors.toSet());
        sections.checkVariants(names, front.lastLine());
        List<Example> examples = under(fields, "examples").stream()
                .map(field -> example(field, names))
                .toList();
        everyVariantHasAnExample(variants, examples);
        return new CatalogueEntry(code, meaning, standing(fields), seeAlso(fields), variants, examples);
    }

    private Map<String, FrontMatter.Field> byKey(List<FrontMatter.Field> fields, Set<String> some, Set<String> others) {
        Map<String, FrontMatter.Field> byKey = new HashMap<>();
        for (FrontMatter.Field field : fields) {
            if (!some.contains(field.key()) && !others.contains(field.key())) {
                throw new BadCatalogueFile(file, field.line(), "no such key: " + field.key());
            }
            byKey.put(field.key(), field);
        }
        return byKey;
    }

    private static List<FrontMatter.Field> under(Map<String, FrontMatter.Field> fields, String key) {
        FrontMatter.Field field = fields.get(key);
        return field == null ? List.of() : field.under();
    }

    private Meaning meaning(Map<String, FrontMatter.Field> fields, @Nullable Meaning base, Guide guide) {
        return new Meaning(
                value(fields, "name", base == null ? null : base.name(), word -> word),
                choice(fields, "family", base == null ? null : base.family(), Family.values()),
                choice(fields, "severity", base == null ? null : base.severity(), Severity.values()),
                choice(fields, "whoCanFix", base == null ? null : base.whoCanFix(), WhoCanFix.values()),
                choice(fields, "retry", base == null ? null : base.retry(), Retry.values()),
                choice(fields, "outcome", base == null ? null : base.outcome(), Decision.values()),
                repairs(fields, base == null ? null : base.repairs()),
                guide);
    }

    private <W extends Word> W choice(
            Map<String, FrontMatter.Field> fields, String key, @Nullable W otherwise, W[] choices) {
        return value(fields, key, otherwise, word -> Word.of(choices, word));
    }

    private <T> T value(
            Map<String, FrontMatter.Field> fields, String key, @Nullable T otherwise, Function<String, T> read) {
        FrontMatter.Field field = fields.get(key);
        if (field != null) {
            return checked(field, () -> read.apply(field.value()));
        }
        if (otherwise == null) {
            throw new BadCatalogueFile(file, 1, "the key \"%s\" is missing".formatted(key));
        }
        return otherwise;
    }

    private interface Reading<T> {
        T read();
    }

    private <T> T checked(FrontMatter.Field field, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IllegalArgumentException e) {
            throw new BadCatalogueFile(file, field.line(), field.key() + ": " + e.getMessage());
        }
    }

    private List<RepairKind> repairs(Map<String, FrontMatter.Field> fields, @Nullable List<RepairKind> otherwise) {
        FrontMatter.Field field = fields.get("repairs");
        if (field == null) {
            return value(fields, "repairs", otherwise, _ -> List.of());
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

    private Variant variant(FrontMatter.Field field, Meaning base) {
        Map<String, FrontMatter.Field> fields = byKey(field.under(), MEANING_KEYS, VARIANT_KEYS);
        FrontMatter.Field pattern = fields.get("pattern");
        FrontMatter.Field operations = fields.get("operations");
        if (pattern == null && operations == null) {
            throw new BadCatalogueFile(file, field.line(), "a variant needs a pattern or operations");
        }
        return new Variant(
                field.key(),
                operations == null ? Set.of() : operations(operations),
                pattern == null ? MessagePattern.ANY : checked(pattern, () -> MessagePattern.of(pattern.value())),
                meaning(fields, base, base.guide().with(sections.of(field.key()))));
    }

    private Set<Operation> operations(FrontMatter.Field field) {
        return checked(
                field,
                () -> field.words().stream()
                        .map(word -> Word.of(Operation.values(), word))
                        .collect(Collectors.toSet()));
    }

    private Example example(FrontMatter.Field field, Set<String> variants) {
        if (!field.key().equals(Example.PLAIN) && !variants.contains(field.key())) {
            throw new BadCatalogueFile(file, field.line(), "no variant \"%s\"".formatted(field.key()));
        }
        return new Example(field.key(), field.value());
    }

    private void everyVariantHasAnExample(List<Variant> variants, List<Example> examples) {
        List<String> without =
                new ArrayList<>(variants.stream().map(Variant::name).toList());
        without.removeAll(examples.stream().map(Example::variant).toList());
        if (!without.isEmpty()) {
            throw new BadCatalogueFile(file, front.lastLine(), "no example for the variant " + without.getFirst());
        }
    }

    private String standing(Map<String, FrontMatter.Field> fields) {
        return value(fields, "standing", null, text -> {
            if (!STANDINGS.contains(text.split(";", 2)[0])) {
                throw new IllegalArgumentException("must begin with recorded, documented, reported or unverified");
            }
            return text;
        });
    }

    private List<StatusCode> seeAlso(Map<String, FrontMatter.Field> fields) {
        FrontMatter.Field field = fields.get("seeAlso");
        return field == null
                ? List.of()
                : checked(
                        field,
                        () -> field.words().stream().map(StatusCode::parse).toList());
    }
}
