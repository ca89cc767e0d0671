package dev.relink.cycle;

import dev.relink.attempt.MessageSets;
import dev.relink.attempt.StoredSet;
import dev.relink.company.CompanyId;
import dev.relink.connection.Connections;
import dev.relink.pending.PendingSyncs;
import org.springframework.stereotype.Component;

/** How far a run is: 100 when nothing is left that this visit can do. */
@Component
final class RunProgress {

    private static final int COUNTED = 10_000;
    private static final long NO_VISIT = -2;

    private final Connections connections;
    private final MessageSets sets;
    private final PendingSyncs pendings;
    private final ReadStep reads;

    RunProgress(Connections connections, MessageSets sets, PendingSyncs pendings, ReadStep reads) {
        this.connections = connections;
        this.sets = sets;
        this.pendings = pendings;
        this.reads = reads;
    }

    Progress of(Visit visit) {
        return new Progress.Percent(percent(visit));
    }

    /** As {@link #of}, and it is not over: something is asked again. */
    Progress later(Visit visit) {
        return new Progress.Later(Math.min(99, percent(visit)));
    }

    private int percent(Visit visit) {
        if (connections.of(visit.company()).isStopped()) {
            return 0; // the next call is told why
        }
        if (!isMore(visit) && !reads.isDue(visit)) {
            return 100;
        }
        int done = connections.syncedInRun(visit.company());
        int left = pendings.waiting(visit.company(), COUNTED);
        return Math.min(99, Math.max(1, 100 * done / Math.max(1, done + left)));
    }

    /** What no visit has tried yet, what one has tried and the next may, or a doubt. */
    boolean isMoreLater(CompanyId company) {
        return sets.unresolved(company).isPresent() || pendings.hasMore(company, NO_VISIT);
    }

    /** While a doubt is open that this visit has looked into already, no write goes out. */
    private boolean isMore(Visit visit) {
        StoredSet doubtful = sets.unresolved(visit.company()).orElse(null);
        return doubtful == null
                ? pendings.hasMore(visit.company(), visit.epoch())
                : doubtful.probedEpoch() == null || doubtful.probedEpoch() != visit.epoch();
    }
}
