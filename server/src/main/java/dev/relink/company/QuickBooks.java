package dev.relink.company;

import java.util.Arrays;
import java.util.Locale;

/** Which QuickBooks a company keeps its books in. */
public enum QuickBooks {
    DESKTOP,
    ONLINE;

    /** The word in the database, in JSON and on pages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws CompanyRefused when it is neither {@code desktop} nor {@code online} */
    public static QuickBooks of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new CompanyRefused("/quickbooks", "Write desktop or online, not \"" + word + "\"."));
    }
}
