package dev.relink.cycle;

import dev.relink.attempt.Verb;
import dev.relink.binding.Binding;
import dev.relink.connector.Platform;
import dev.relink.entity.Link;
import dev.relink.entity.RecordKey;
import dev.relink.entity.Value.Reference;
import dev.relink.pending.Candidate;
import dev.relink.pending.PendingSyncs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Of what is about to be sent to QuickBooks Online, that which would be refused since the record itself, or something that it
 * names, was made inactive as far as is known: it is looked up instead, and what is dead is held, before the send fails.
 */
@Component
final class Suspects {

    private final QuickBooksEntries entries;
    private final PendingSyncs pendings;

    Suspects(QuickBooksEntries entries, PendingSyncs pendings) {
        this.entries = entries;
        this.pendings = pendings;
    }

    /** The others. */
    List<Candidate> without(Visit visit, List<Candidate> head, Map<RecordKey, Prepared.Ready> ready) {
        if (visit.platform() != Platform.ONLINE) {
            return head;
        }
        var named = new HashMap<RecordKey, Set<Need>>();
        head.stream()
                .filter(one -> !one.forced() && isSaved(one))
                .forEach(candidate -> named.put(
                        candidate.key(), named(candidate, Objects.requireNonNull(ready.get(candidate.key())))));
        Set<Need> all = named.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Set<Need> inactive = all.isEmpty() ? Set.of() : entries.inactive(visit.company(), all);
        if (inactive.isEmpty()) {
            return head;
        }
        var suspects = new HashMap<RecordKey, String>();
        named.forEach((key, needs) -> {
            if (needs.stream().anyMatch(inactive::contains)) {
                suspects.put(key, LookFor.forCause(LookFor.Refused.FORESEEN).json());
            }
        });
        pendings.lookedUp().trace(visit.company(), suspects);
        return head.stream().filter(one -> !suspects.containsKey(one.key())).toList();
    }

    private static boolean isSaved(Candidate candidate) {
        Verb verb = Drafts.verb(candidate);
        return verb == Verb.ADD || verb == Verb.MOD;
    }

    /** By type and id. */
    private static Set<Need> named(Candidate candidate, Prepared.Ready record) {
        var ids = new ArrayList<Need>();
        if (candidate.binding() instanceof Binding binding) {
            ids.add(new Need(candidate.key().type(), binding.quickbooksId()));
        }
        for (Link link : record.type().references(record.values())) {
            if (link.reference() instanceof Reference.ToQuickBooks(String id, String _) && id != null) {
                ids.add(new Need(link.type(), id));
            }
        }
        return new HashSet<>(ids);
    }
}
