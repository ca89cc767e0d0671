package dev.relink.simulator.online.books;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which names are taken. Customers, vendors and employees share one scope, every other list has its own. */
public final class Names {
    /** What an inactive object's name ends with. */
    public static final String DELETED = " (deleted)";

    private final Map<String, Key> holders = new HashMap<>();

    /** Which object. */
    record Key(EntityType type, String id) {}

    Optional<Key> holder(EntityType type, String name) {
        return Optional.ofNullable(holders.get(scoped(type, name)));
    }

    void take(Entity entity) {
        if (entity.type().isList()) {
            holders.put(scoped(entity.type(), unique(entity)), new Key(entity.type(), entity.id()));
        }
    }

    void release(Entity entity) {
        if (entity.type().isList()) {
            holders.remove(scoped(entity.type(), unique(entity)), new Key(entity.type(), entity.id()));
        }
    }

    /** The name that must be unique: of an item or account with its parents', of an inactive one without its ending. */
    private static String unique(Entity entity) {
        String qualified = entity.text("FullyQualifiedName");
        boolean byPath = entity.type().family() == EntityType.Family.LIST && !qualified.isEmpty();
        return plain(byPath ? qualified : entity.name());
    }

    /** A name without the ending of inactive ones. */
    public static String plain(String name) {
        return name.endsWith(DELETED) ? name.substring(0, name.length() - DELETED.length()) : name;
    }

    private static String scoped(EntityType type, String name) {
        String scope = type.family() == EntityType.Family.NAME ? "name" : type.wireName();
        return scope + "\n" + name.toLowerCase(Locale.ROOT);
    }
}
