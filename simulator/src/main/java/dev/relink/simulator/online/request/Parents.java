package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Where a list object hangs: under a living parent, not under itself, not deeper than five levels. */
final class Parents {
    private static final int DEEPEST = 5;

    private Parents() {}

    static void settle(EntityType type, @Nullable Entity before, ObjectNode after, Session session) {
        String name = after.path(type.nameProperty()).asString("");
        String parent = after.path("ParentRef").path("value").asString("");
        if (parent.isEmpty()) {
            after.put("FullyQualifiedName", name);
            after.remove("Level");
            return;
        }
        Entity found = living(type, parent, session);
        int level = depth(found, before, session);
        if (level >= DEEPEST) {
            throw new Refusal(Code.TOO_DEEP, "Sub Level Limit : no more than 5 levels", "ParentRef");
        }
        after.put("Level", level);
        after.put("FullyQualifiedName", found.text("FullyQualifiedName") + ":" + name);
    }

    /** A name that changed changes the full names below it, and no SyncToken. */
    static void follow(@Nullable Entity before, @Nullable Entity after, Session session) {
        if (before == null || after == null || same(before, after)) {
            return;
        }
        for (Entity child : session.books().all(after.type())) {
            if (child.ref("ParentRef").equals(after.id())) {
                ObjectNode fields = child.fields().deepCopy();
                fields.put("FullyQualifiedName", after.text("FullyQualifiedName") + ":" + child.name());
                follow(child, session.books().touch(child, fields, session.now()), session);
            }
        }
    }

    private static boolean same(Entity before, Entity after) {
        return before.text("FullyQualifiedName").equals(after.text("FullyQualifiedName"));
    }

    private static Entity living(EntityType type, String id, Session session) {
        return References.find(type, id, session)
                .filter(Entity::active)
                .orElseThrow(() -> new Refusal(
                        Code.PARENT_INVALID,
                        "Parent Reference Invalid : the parent is inactive or not there",
                        "ParentRef"));
    }

    /** The level below {@code parent}; 1 is directly under the top. */
    private static int depth(Entity parent, @Nullable Entity self, Session session) {
        int level = 1;
        Entity above = parent;
        while (true) {
            if (self != null && above.id().equals(self.id())) {
                throw new Refusal(
                        Code.PARENT_IS_CHILD, "Parent cannot be child : it would hang under itself", "ParentRef");
            }
            String next = above.ref("ParentRef");
            if (next.isEmpty() || level > DEEPEST) {
                return level;
            }
            above = session.books().find(above.type(), next).orElseThrow(Refusals::notFound);
            level++;
        }
    }
}
