package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The company and its preferences: what is written stays. */
final class SingleRules implements Rules {
    @Override
    public Set<String> readOnly() {
        return Set.of("CompanyStartDate", "Country");
    }

    @Override
    public void settle(EntityType type, @Nullable Entity before, ObjectNode after, Session session) {
        Addresses.settle(type, after, session);
    }
}
