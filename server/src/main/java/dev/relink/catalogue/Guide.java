package dev.relink.catalogue;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text that tells a person what to do, with places left open for the names of one record. Plain Markdown. */
public final class Guide {

    private final Map<Section, Template> sections;
    private final Template problem;
    private final Template fix;

    Guide(Map<Section, Template> sections) {
        this.sections = new EnumMap<>(sections);
        this.problem = section(Section.PROBLEM).firstSentence();
        this.fix = section(Section.FIX).firstSentence();
    }

    private Template section(Section section) {
        Template template = sections.get(section);
        if (template == null) {
            throw new IllegalArgumentException("the section \"" + section.heading() + "\" is missing");
        }
        return template;
    }

    /** The same guide with some sections told anew. What is fixed otherwise has other causes. */
    Guide with(Map<Section, Template> changed) {
        if (changed.isEmpty()) {
            return this;
        }
        Map<Section, Template> all = new EnumMap<>(sections);
        if (changed.containsKey(Section.FIX)) {
            all.remove(Section.CAUSES);
        }
        all.putAll(changed);
        return new Guide(all);
    }

    /** The guide for one record. Keys of {@code names} are those of {@link Placeholder}; what is unknown is told plainly. */
    public Told forRecord(Map<String, String> names) {
        Map<String, String> all = withRecord(names);
        return new Told(
                section(Section.PROBLEM).fill(all),
                why(all),
                section(Section.FIX).fill(all),
                causes(all),
                section(Section.NEXT).fill(all),
                optional(Section.ARTICLES, all),
                optional(Section.MEANING, all));
    }

    /** The number is a reason too where only QuickBooks' words would tell and none came. */
    private String why(Map<String, String> names) {
        String why = section(Section.WHY).fill(names);
        return why.isEmpty() ? "The number alone says so; no message came with it." : why;
    }

    /** The problem in one sentence, for a table row. */
    public String problem(Map<String, String> names) {
        return problem.fill(withRecord(names));
    }

    /** The suggested action in one sentence, for a table row. */
    public String fix(Map<String, String> names) {
        return fix.fill(withRecord(names));
    }

    private List<Cause> causes(Map<String, String> names) {
        String text = optional(Section.CAUSES, names);
        return text == null ? List.of() : Cause.list(text);
    }

    private @Nullable String optional(Section section, Map<String, String> names) {
        Template template = sections.get(section);
        return template == null ? null : template.fill(names);
    }

    /** {@code {record}} is "invoice 1042" or "customer Smith" when only type and number or name are given. */
    private static Map<String, String> withRecord(Map<String, String> names) {
        String called = names.getOrDefault(Placeholder.NUMBER.key(), names.get(Placeholder.NAME.key()));
        String type = names.get(Placeholder.TYPE.key());
        if (names.containsKey(Placeholder.RECORD.key()) || called == null || type == null) {
            return names;
        }
        Map<String, String> all = new HashMap<>(names);
        all.put(Placeholder.RECORD.key(), type + " " + called);
        return all;
    }

    /**
     * A guide with its places filled.
     *
     * @param causes where one answer has several, how to tell them apart
     * @param articles what well-known help articles say of this code; null where none is known
     * @param meaning what QuickBooks means by it, where that differs; null where there is nothing to correct
     */
    public record Told(
            String problem,
            String why,
            String fix,
            List<Cause> causes,
            String next,
            @Nullable String articles,
            @Nullable String meaning) {

        public Told {
            causes = List.copyOf(causes);
        }
    }
}
