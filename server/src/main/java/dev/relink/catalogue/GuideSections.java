package dev.relink.catalogue;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sections below the front matter: {@code ## Fix} for all, {@code ## Fix (customer)} for one variant. */
final class GuideSections {

    /** The key of the sections that hold for every variant. */
    static final String BASE = "";

    private static final Pattern HEADING = Pattern.compile("## ([^()]+?)(?: \\(([a-z0-9-]+)\\))?");

    private final String file;
    private final Map<String, Map<Section, Template>> byVariant = new HashMap<>();

    GuideSections(String file, List<String> lines, int firstLine) {
        this.file = file;
        int heading = -1;
        for (int i = firstLine; i <= lines.size(); i++) {
            boolean ends = i == lines.size() || lines.get(i).startsWith("## ");
            if (ends && heading >= 0) {
                add(lines.get(heading), String.join("\n", lines.subList(heading + 1, i)), heading + 1);
            }
            if (ends) {
                heading = i;
            } else if (heading < 0 && !lines.get(i).isBlank()) {
                throw new BadCatalogueFile(file, i + 1, "text before the first section");
            }
        }
    }

    private void add(String headingLine, String body, int line) {
        Matcher heading = HEADING.matcher(headingLine);
        Section section = heading.matches() ? Section.of(heading.group(1)).orElse(null) : null;
        if (section == null) {
            throw new BadCatalogueFile(file, line, "no section \"%s\"".formatted(headingLine));
        }
        if (body.isBlank()) {
            throw new BadCatalogueFile(file, line, "the section \"%s\" is empty".formatted(headingLine));
        }
        String variant = heading.group(2) == null ? BASE : heading.group(2);
        if (sections(variant).put(section, template(section, body.strip(), line)) != null) {
            throw new BadCatalogueFile(file, line, "the section \"%s\" stands here twice".formatted(headingLine));
        }
    }

    private Map<Section, Template> sections(String variant) {
        return byVariant.computeIfAbsent(variant, _ -> new EnumMap<>(Section.class));
    }

    private Template template(Section section, String body, int line) {
        try {
            if (section == Section.CAUSES) {
                Cause.list(body);
            }
            return Template.of(body);
        } catch (IllegalArgumentException e) {
            throw new BadCatalogueFile(file, line, String.valueOf(e.getMessage()));
        }
    }

    /** The guide when no variant applies. */
    Guide base(int line) {
        for (Section section : Section.values()) {
            if (section.required() && !sections(BASE).containsKey(section)) {
                throw new BadCatalogueFile(file, line, "the section \"%s\" is missing".formatted(section.heading()));
            }
        }
        return new Guide(sections(BASE));
    }

    Map<Section, Template> of(String variant) {
        return byVariant.getOrDefault(variant, Map.of());
    }

    /** Refuses a section for a variant that the front matter does not name. */
    void checkVariants(Set<String> known, int line) {
        for (String variant : byVariant.keySet()) {
            if (!variant.equals(BASE) && !known.contains(variant)) {
                throw new BadCatalogueFile(file, line, "a section for the unknown variant \"%s\"".formatted(variant));
            }
        }
    }
}
