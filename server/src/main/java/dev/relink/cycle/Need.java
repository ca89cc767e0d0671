package dev.relink.cycle;

import dev.relink.attempt.Verb;

/**
 * Something that QuickBooks must have before it takes a record.
 *
 * @param kind {@value #FEATURE}, {@value #RIGHT}, or one of QuickBooks' own lists
 * @param name a feature's label, {@code add invoice}, or an entry's full name
 */
record Need(String kind, String name) {

    static final String FEATURE = "feature";
    static final String RIGHT = "right";

    static Need of(Feature feature) {
        return new Need(FEATURE, feature.label());
    }

    /** The right to add, or to change, records of a type. */
    static Need right(Verb verb, String type) {
        return new Need(RIGHT, verb.word() + " " + type);
    }

    boolean isEntry() {
        return !kind.equals(FEATURE) && !kind.equals(RIGHT);
    }
}
