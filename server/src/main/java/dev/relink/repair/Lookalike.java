package dev.relink.repair;

import dev.relink.entity.Difference;
import java.util.List;
import java.util.Locale;

/**
 * Something in QuickBooks, as last read and linked to nothing, that is likely the same thing as a record of ours.
 *
 * @param because what made it a candidate
 * @param compared how many fields both sides fill
 * @param differs those that are not equal
 */
public record Lookalike(
        String quickbooksId, String name, boolean active, Because because, int compared, List<Difference> differs) {

    /** What is the same on both sides, strongest first. */
    public enum Because {
        FOUND_AT_THE_RUN("found by the look-up"),
        SAME_NAME("same name"),
        SAME_NUMBER("same number and customer"),
        SAME_PHONE("same phone"),
        SAME_EMAIL("same e-mail address");

        private final String words;

        Because(String words) {
            this.words = words;
        }

        /** For the middle of a sentence. */
        public String words() {
            return words;
        }

        static Because of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public Lookalike {
        differs = List.copyOf(differs);
    }

    public int equal() {
        return Math.max(0, compared - differs.size());
    }

    /** "same phone, 6 of 8 fields equal" */
    public String why() {
        return because.words() + ", " + equal() + " of " + compared + " fields equal";
    }

    /** A shared telephone or mailbox alone says little: half of the rest must agree. */
    boolean isLikely() {
        return switch (because) {
            case FOUND_AT_THE_RUN, SAME_NAME, SAME_NUMBER -> true;
            case SAME_PHONE, SAME_EMAIL -> compared >= 2 && 2 * equal() >= compared;
        };
    }
}
