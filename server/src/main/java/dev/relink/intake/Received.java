package dev.relink.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What became of a stream of changes.
 *
 * @param accepted lines that were kept
 * @param unchanged lines that told us nothing new
 * @param rejectedTotal lines that were refused; {@code rejected} tells of the first {@link #TOLD} of them
 */
public record Received(long accepted, long unchanged, long rejectedTotal, List<Rejection> rejected) {

    /** So that a million bad lines do not fill the memory. */
    public static final int TOLD = 1_000;

    public Received {
        rejected = List.copyOf(rejected);
    }

    static final class Count {
        private long accepted;
        private long unchanged;
        private long rejected;
        private final List<Rejection> told = new ArrayList<>();

        void accepted() {
            accepted++;
        }

        void unchanged() {
            unchanged++;
        }

        void rejected(Rejection rejection) {
            rejected++;
            if (told.size() < TOLD) {
                told.add(rejection);
            }
        }

        Received total() {
            told.sort(Comparator.comparingLong(Rejection::line)); // some are known at once, others with their batch
            return new Received(accepted, unchanged, rejected, told);
        }
    }
}
