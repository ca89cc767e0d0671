package dev.relink.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** The sections of a guide, by their headings in the file. */
enum Section {
    PROBLEM("Problem", true),
    WHY("Why we think so", true),
    FIX("Fix", true),
    CAUSES("If you find that", false),
    NEXT("What happens next", true),
    ARTICLES("What the help articles say", false),
    MEANING("What QuickBooks means", false);

    private final String heading;
    private final boolean required;

    Section(String heading, boolean required) {
        this.heading = heading;
        this.required = required;
    }

    String heading() {
        return heading;
    }

    boolean required() {
        return required;
    }

    static Optional<Section> of(String heading) {
        return Arrays.stream(values())
                .filter(section -> section.heading.equals(heading))
                .findFirst();
    }
}
