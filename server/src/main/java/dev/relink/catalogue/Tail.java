package dev.relink.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the sentence of QuickBooks' own window says, whatever the code in front of it: a lock, a closed period, a number
 * that is taken. One file, such as {@code tails/desktop/10-in-use.md}; the number is its rank, since the first tail that
 * matches decides.
 */
record Tail(String name, MessagePattern pattern, Fields fields, Map<Section, Template> guide, List<String> examples) {

    private static final Set<String> KEYS = Set.of("pattern", "examples");
    private static final Set<Section> OWN = Set.of(Section.PROBLEM, Section.FIX);

    static Tail read(CatalogueFiles.File file) {
        List<String> lines = file.text().lines().toList();
        FrontMatter front = FrontMatter.of(file.name(), lines);
        var fields = new Fields(file.name(), front.fields(), KEYS);
        var sections = new GuideSections(file.name(), lines, front.lastLine());
        sections.checkVariants(Set.of(), front.lastLine());
        List<String> examples =
                fields.under("examples").stream().map(FrontMatter.Field::value).toList();
        Map<Section, Template> guide = sections.of(GuideSections.BASE);
        if (fields.get("pattern") == null
                || examples.isEmpty()
                || !guide.keySet().containsAll(OWN)) {
            throw new BadCatalogueFile(file.name(), 1, "a tail needs a pattern, an example, a problem and a fix");
        }
        MessagePattern pattern = fields.patterns("pattern").getFirst();
        return new Tail(name(file.name()), pattern, fields, guide, examples);
    }

    /** {@code tails/desktop/10-in-use.md} is {@code in-use}. */
    private static String name(String file) {
        return file.replaceFirst(".*/[0-9]{2}-", "").replaceFirst("\\.md$", "");
    }

    /** As a variant of a code; what the tail's guide leaves out is that of the code. */
    Variant of(Meaning base) {
        return new Variant(
                name, Set.of(), pattern, true, fields.meaning(null, base.guide().with(guide)));
    }
}
