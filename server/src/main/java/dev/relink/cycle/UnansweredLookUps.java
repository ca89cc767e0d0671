package dev.relink.cycle;

import dev.relink.catalogue.Operation;
import dev.relink.entity.RecordKey;
import dev.relink.history.History;
import dev.relink.pending.Candidate;
import dev.relink.pending.PendingSyncs;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Look-ups that QuickBooks did not answer in full. Each is made again at the next visit and history says why; after
 * {@link Patience#MOST} of them a person decides. Of a held name clash it is only no longer asked who has the name.
 */
@Component
final class UnansweredLookUps {

    private final PendingSyncs pendings;
    private final History history;
    private final Clock clock;

    UnansweredLookUps(PendingSyncs pendings, History history, Clock clock) {
        this.pendings = pendings;
        this.history = history;
        this.clock = clock;
    }

    /** Those that end here. */
    List<Finding> judge(Visit visit, List<Candidate> some, Gathered gathered) {
        if (some.isEmpty()) {
            return List.of();
        }
        List<RecordKey> keys = some.stream().map(Candidate::key).toList();
        Map<RecordKey, Integer> times = pendings.inVain().leave(visit.company(), keys, visit.epoch());
        var ended = new ArrayList<Finding>();
        var told = new ArrayList<History.Event>();
        var noLonger = new ArrayList<RecordKey>();
        for (Candidate candidate : some) {
            int runs = times.getOrDefault(candidate.key(), 1);
            String why = "It could not be looked up in %d %s; the last time: %s"
                    .formatted(runs, runs == 1 ? "run" : "runs", gathered.lackOf(candidate.key()));
            if (runs < Patience.MOST) {
                told.add(new History.Event(candidate.key(), "looked-up", "", "", why, "", null, null));
            } else if (candidate.held()) {
                noLonger.add(candidate.key());
            } else {
                ended.add(new Finding.Hold(
                        candidate,
                        null,
                        KnownCode.NOT_LOOKED_UP.on(visit.platform()),
                        why,
                        Operation.QUERY,
                        null,
                        null));
            }
        }
        history.add(visit.company(), told, clock.instant());
        if (!noLonger.isEmpty()) {
            pendings.lookedUp().answered(visit.company(), noLonger, visit.epoch());
        }
        return ended;
    }
}
