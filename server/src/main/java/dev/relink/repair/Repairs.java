package dev.relink.repair;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does repairs, singly and by the hundred, and takes them back while nothing was sent. */
public interface Repairs {

    /**
     * Who asks.
     *
     * @param name for history and audit
     * @param operator may send again, relink, skip
     * @param admin may clear IDs and create anew
     */
    record By(String name, boolean operator, boolean admin) {}

    /**
     * What comes of it for one record. A refusal changes nothing and says why and what to do instead.
     *
     * @param effect what will happen, in a sentence; the same in a dry run
     * @param repairId for {@link #undo}; null when refused or in a dry run
     */
    record Verdict(
            RecordKey key,
            boolean accepted,
            String effect,
            @Nullable Long repairId) {}

    /**
     * All records in one transaction; each is accepted or refused for itself.
     *
     * @param dryRun decides and says, changes nothing
     * @return one verdict per record that has a pending sync or a binding, in the order given
     */
    List<Verdict> apply(CompanyId company, Repair repair, Collection<RecordKey> keys, By by, boolean dryRun);

    /** Takes many back, each for itself. @return one verdict for each that there is */
    List<Verdict> undo(CompanyId company, Collection<Long> repairIds, By by);

    /** Takes one repair back. Refused once something was sent. */
    Verdict undo(CompanyId company, long repairId, By by);
}
