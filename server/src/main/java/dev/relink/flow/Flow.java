package dev.relink.flow;

import dev.relink.entity.EntityType;
import java.util.Arrays;
import java.util.Locale;

/**
 * Records of one type on their way from the app to QuickBooks.
 *
 * @param onDelete what becomes in QuickBooks of what the app deletes
 */
public record Flow(EntityType type, Mode mode, OnDelete onDelete) {

    /** What holds until somebody says otherwise. */
    public static Flow byItself(EntityType type) {
        return new Flow(type, Mode.AUTOMATIC, OnDelete.REMOVE);
    }

    public enum Mode {
        /** Records are kept, and not sent. */
        OFF,
        AUTOMATIC,
        /** Each new record and each change waits for a person's yes. */
        APPROVAL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException naming the word and those allowed */
        public static Mode of(String word) {
            return choose(values(), word);
        }
    }

    public enum OnDelete {
        /** Voided or made inactive. */
        REMOVE,
        IGNORE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException naming the word and those allowed */
        public static OnDelete of(String word) {
            return choose(values(), word);
        }
    }

    private static <E extends Enum<E>> E choose(E[] choices, String word) {
        return Arrays.stream(choices)
                .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"%s\" is not one of: %s"
                        .formatted(
                                word,
                                Arrays.toString(choices)
                                        .toLowerCase(Locale.ROOT)
                                        .replaceAll("[\\[\\]]", ""))));
    }

    public boolean isOff() {
        return mode == Mode.OFF;
    }

    public boolean needsApproval() {
        return mode == Mode.APPROVAL;
    }

    /** What the app deletes is to go from QuickBooks too. */
    public boolean removes() {
        return onDelete == OnDelete.REMOVE && !isOff();
    }
}
