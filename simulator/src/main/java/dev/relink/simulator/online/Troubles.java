package dev.relink.simulator.online;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The troubles that a realm is in. */
public final class Troubles {
    private final Map<Trouble, Setting> on = new EnumMap<>(Trouble.class);

    /** @param standing false: it happens once */
    public record Setting(boolean standing, long amount) {}

    public void set(Trouble trouble) {
        set(trouble, trouble.usual());
    }

    public synchronized void set(Trouble trouble, Setting setting) {
        on.put(trouble, setting);
    }

    public synchronized void clear(Trouble trouble) {
        on.remove(trouble);
    }

    public synchronized void clear() {
        on.clear();
    }

    public synchronized boolean isOn(Trouble trouble) {
        return on.containsKey(trouble);
    }

    public synchronized Map<Trouble, Setting> all() {
        return Map.copyOf(on);
    }

    /** Whether it happens now; what happens once is over then. */
    public boolean strikes(Trouble trouble) {
        return take(trouble).isPresent();
    }

    /** The amount when it happens now. */
    public synchronized Optional<Long> take(Trouble trouble) {
        Setting setting = on.get(trouble);
        if (setting == null) {
            return Optional.empty();
        }
        if (!setting.standing()) {
            on.remove(trouble);
        }
        return Optional.of(setting.amount());
    }
}
