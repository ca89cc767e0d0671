package dev.relink.cycle;

import dev.relink.attempt.StoredSet;
import dev.relink.connector.Answer;
import dev.relink.firstlink.FirstLinks;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks nothing: while the first link is open, what would be created unseen steps out of the queue. */
@Component
@Order(2)
final class FirstLinkStep implements Step {

    private final FirstLinks firstLinks;

    FirstLinkStep(FirstLinks firstLinks) {
        this.firstLinks = firstLinks;
    }

    @Override
    public Set<StoredSet.Kind> kinds() {
        return Set.of();
    }

    @Override
    public @Nullable Planned plan(Visit visit) {
        firstLinks.hold(visit.company());
        return null;
    }

    @Override
    public void accept(Visit visit, StoredSet set, Answer answer) {
        throw new IllegalStateException("This step asks nothing");
    }
}
