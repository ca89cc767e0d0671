package dev.relink.repair;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.util.Collection;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Does repairs, singly and by the hundred, and takes them back while nothing was sent. */
public interface Repairs {

    /**
     * Who asks.
     *
     * @param name for history and audit
     * @param operator may send again, relink, skip
     * @param admin may clear IDs and create anew
     * @param press of which this is a part; null = all at once
     */
    record By(
            String name,
            boolean operator,
            boolean admin,
            @Nullable Long press) {

        public By(String name, boolean operator, boolean admin) {
            this(name, operator, admin, null);
        }
    }

    /**
     * What comes of it for one record. A refusal changes nothing and says why and what to do instead.
     *
     * @param effect what will happen, in a sentence; the same in a dry run
     * @param repairId for {@link #undo}; null when refused or in a dry run
     * @param prospect of Clear ID; null for every other repair
     * @param lookalike of Clear ID: what QuickBooks likely has of it under another id; null when nothing is known
     */
    record Verdict(
            RecordKey key,
            boolean accepted,
            String effect,
            @Nullable Long repairId,
            @Nullable Prospect prospect,
            @Nullable Lookalike lookalike) {

        Verdict(RecordKey key, boolean accepted, String effect, @Nullable Long repairId) {
            this(key, accepted, effect, repairId, null, null);
        }

        Verdict saying(String other) {
            return new Verdict(key, accepted, other, repairId, prospect, lookalike);
        }
    }

    /**
     * All records in one transaction; each is accepted or refused for itself.
     *
     * @param dryRun decides and says, changes nothing
     * @return one verdict per record that has a pending sync or a binding, in the order given
     */
    List<Verdict> apply(CompanyId company, Repair repair, Collection<RecordKey> keys, By by, boolean dryRun);

    /**
     * As {@link #apply}, if as many are accepted as a person has confirmed: judged once, so that what is done is what was
     * confirmed.
     *
     * @param isConfirmed is asked with the number of accepted records
     */
    Applied applyConfirmed(
            CompanyId company, Repair repair, Collection<RecordKey> keys, By by, LongPredicate isConfirmed);

    /** @param done false: another number was confirmed, nothing was changed */
    record Applied(List<Verdict> verdicts, boolean done) {}

    /** Takes many back, each for itself. @return one verdict for each that there is */
    List<Verdict> undo(CompanyId company, Collection<Long> repairIds, By by);

    /** Takes one repair back. Refused once something was sent. */
    Verdict undo(CompanyId company, long repairId, By by);

    /**
     * Verdicts, counted. The last three are of Clear ID only, and parts of {@code accepted}.
     *
     * @param relinks bound to a likely twin
     * @param creates made anew, after one more look
     * @param looksUp decided only at the run
     */
    record Totals(long accepted, long refused, long relinks, long creates, long looksUp) {

        public static Totals of(List<Verdict> verdicts) {
            long accepted = verdicts.stream().filter(Verdict::accepted).count();
            return new Totals(
                    accepted,
                    verdicts.size() - accepted,
                    count(verdicts, Prospect.LIKELY_TWIN),
                    count(verdicts, Prospect.GONE),
                    count(verdicts, Prospect.NOT_CHECKED));
        }

        private static long count(List<Verdict> verdicts, Prospect prospect) {
            return verdicts.stream()
                    .filter(verdict -> verdict.accepted() && verdict.prospect() == prospect)
                    .count();
        }
    }
}
