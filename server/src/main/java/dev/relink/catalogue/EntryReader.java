package dev.relink.catalogue;

import dev.relink.catalogue.CatalogueEntry.Example;
import dev.relink.connector.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one Markdown file into one entry. Every broken rule is told with file and line. */
final class EntryReader {

    private static final Set<String> KEYS = Set.of("standing", "seeAlso", "facts", "variants", "tails", "examples");
    private static final Set<String> VARIANT_KEYS = Set.of("operations", "pattern");
    private static final Set<String> STANDINGS = Set.of("recorded", "documented", "reported", "unverified");

    /** The value of {@code tails}: every tail of the platform applies. */
    private static final String ALL = "all";

    private final String file;
    private final FrontMatter front;
    private final GuideSections sections;
    private final Fields fields;
    private final List<Tail> tails;

    private EntryReader(String file, List<String> lines, List<Tail> platformTails) {
        this.file = file;
        this.front = FrontMatter.of(file, lines);
        this.sections = new GuideSections(file, lines, front.lastLine());
        this.fields = new Fields(file, front.fields(), KEYS);
        this.tails = tails(platformTails);
    }

    /** @param tails those of the code's platform, by rank */
    static CatalogueEntry read(StatusCode code, String file, String text, List<Tail> tails) {
        return new EntryReader(file, text.lines().toList(), tails).entry(code);
    }

    private CatalogueEntry entry(StatusCode code) {
        Meaning meaning = fields.meaning(null, sections.base(front.lastLine()));
        List<Variant> own = fields.under("variants").stream()
                .map(field -> variant(field, meaning))
                .toList();
        Set<String> names = own.stream().map(Variant::name).collect(Collectors.toSet());
        sections.checkVariants(names, front.lastLine());
        List<Example> examples = fields.under("examples").stream()
                .map(field -> example(field, names))
                .toList();
        everyVariantHasAnExample(own, examples);
        return new CatalogueEntry(
                code,
                meaning,
                standing(),
                seeAlso(),
                fields.patterns("facts"),
                withTails(own, meaning),
                withTailExamples(examples, names));
    }

    /** A code's own variants know more than a tail; those that tell the same thing in more words come last. */
    private List<Variant> withTails(List<Variant> own, Meaning meaning) {
        return Stream.of(
                        own.stream().filter(variant -> variant.refines(meaning)),
                        tails.stream().map(tail -> tail.of(meaning)),
                        own.stream().filter(variant -> !variant.refines(meaning)))
                .flatMap(variants -> variants)
                .toList();
    }

    private List<Example> withTailExamples(List<Example> own, Set<String> names) {
        return Stream.concat(
                        own.stream(),
                        tails.stream()
                                .filter(tail -> !names.contains(tail.name()))
                                .flatMap(tail ->
                                        tail.examples().stream().map(message -> new Example(tail.name(), message))))
                .toList();
    }

    private List<Tail> tails(List<Tail> platformTails) {
        FrontMatter.Field field = fields.get("tails");
        if (field == null) {
            return List.of();
        }
        if (field.value().equals(ALL)) {
            return platformTails;
        }
        List<Tail> named = platformTails.stream()
                .filter(tail -> field.words().contains(tail.name()))
                .toList();
        if (named.size() < field.words().size()) {
            throw new BadCatalogueFile(file, field.line(), "one of these tails does not exist: " + field.value());
        }
        return named;
    }

    private Variant variant(FrontMatter.Field field, Meaning base) {
        var own = new Fields(file, field.under(), VARIANT_KEYS);
        if (own.get("pattern") == null && own.get("operations") == null) {
            throw new BadCatalogueFile(file, field.line(), "a variant needs a pattern or operations");
        }
        return new Variant(
                field.key(),
                own.operations(),
                own.patterns("pattern").stream().findFirst().orElse(MessagePattern.ANY),
                false,
                own.meaning(base, base.guide().with(sections.of(field.key()))));
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

    private String standing() {
        return fields.value("standing", null, text -> {
            if (!STANDINGS.contains(text.split(";", 2)[0])) {
                throw new IllegalArgumentException("must begin with recorded, documented, reported or unverified");
            }
            return text;
        });
    }

    private List<StatusCode> seeAlso() {
        FrontMatter.Field field = fields.get("seeAlso");
        return field == null
                ? List.of()
                : fields.checked(
                        field,
                        () -> field.words().stream().map(StatusCode::parse).toList());
    }
}
