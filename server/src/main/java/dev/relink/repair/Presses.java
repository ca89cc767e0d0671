package dev.relink.repair;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.util.Collection;
import java.util.Optional;

/** Repairs of thousands: done part by part, one press at a time in a company, with a progress that any page can show. */
public interface Presses {

    /**
     * Begins it; it goes on by itself, also after the server was started anew.
     *
     * @param keys at most {@link Press#MOST}
     * @return empty when another is under way in this company: nothing was begun
     */
    Optional<Press> begin(CompanyId company, Repair repair, Collection<RecordKey> keys, Repairs.By by);

    /** Begins to take back all that a press did. @return as {@link #begin}; empty also where nothing is left to undo */
    Optional<Press> undo(CompanyId company, long press, Repairs.By by);

    Optional<Press> find(CompanyId company, long press);

    /** What a page shows to somebody: what is under way, or the end of their own newest until they have seen it. */
    Optional<Press> shown(CompanyId company, String who);

    /** Its end is not shown any more. Nothing happens when it was seen, or is somebody else's. */
    void seen(CompanyId company, long press, String who);
}
