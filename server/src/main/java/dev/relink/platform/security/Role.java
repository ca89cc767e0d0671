package dev.relink.platform.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do with a company's books; each role includes the one before it. */
public enum Role {
    /** Reads. */
    VIEWER("Viewer"),
    /** Also sends records, retries, relinks, skips. */
    OPERATOR("Operator"),
    /** Also clears IDs, connects, configures, manages people. */
    ADMIN("Administrator");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** On pages. */
    public String label() {
        return label;
    }

    /** On the wire and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
