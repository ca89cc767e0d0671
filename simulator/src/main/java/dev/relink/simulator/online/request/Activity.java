package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Names;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Active or not, and what an inactive object is called. */
final class Activity {
    private Activity() {}

    static void settle(EntityType type, @Nullable Entity before, ObjectNode after, Session session) {
        Defaults.put(after, "Active", true);
        boolean active = after.path("Active").asBoolean();
        if (!active && before != null && before.active()) {
            mayLeave(before);
        }
        String property = type.nameProperty();
        String plain = Names.plain(after.path(property).asString(""));
        boolean marked = !active && session.switches().inactiveRenamed;
        boolean wasMarked = after.path(property).asString("").endsWith(Names.DELETED);
        if (marked || (active && wasMarked)) {
            after.put(property, marked ? plain + Names.DELETED : plain);
        }
    }

    private static void mayLeave(Entity before) {
        boolean open = before.amount("Balance").signum() != 0
                || before.amount("BalanceWithJobs").signum() != 0;
        if (open) {
            throw new Refusal(
                    Code.HAS_BALANCE,
                    "Delete List Has Balance Error : This " + before.type().path()
                            + " cannot be deleted because it has a non-zero balance",
                    "");
        }
    }
}
