package dev.relink.intake;

import dev.relink.catalogue.Family;
import java.util.Arrays;

/** Which held records a corrected snapshot sets free. What is left needs a person, a look-up or QuickBooks itself. */
final class Curable {

    private static final String[] FAMILIES = Arrays.stream(Family.values())
            .filter(Curable::byTheApp)
            .map(Family::word)
            .toArray(String[]::new);

    private Curable() {}

    static String[] families() {
        return FAMILIES.clone();
    }

    private static boolean byTheApp(Family family) {
        return switch (family) {
            case NAME_CLASH,
                    MISSING_PARENT,
                    MISSING_MAPPING,
                    IN_USE,
                    STALE,
                    CLOSED_PERIOD,
                    FEATURE,
                    VALIDATION,
                    LIMIT,
                    NOT_PROCESSED,
                    OURS,
                    UNKNOWN -> true;
            case MISSING_LINK, UNCERTAIN, CONNECTION, PERMISSION, AUTHORISATION, OK -> false;
        };
    }
}
