package dev.relink.simulator.webconnector;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The faults that are switched on now. Safe for many threads: the page sets them while a run goes on. */
public final class Faults {
    /**
     * @param standing true: until cleared; false: once
     * @param amount see {@link Fault#usual()}
     */
    public record Setting(boolean standing, long amount) {}

    private final Map<Fault, Setting> on = new EnumMap<>(Fault.class);

    public synchronized void set(Fault fault, Setting setting) {
        on.put(fault, setting);
    }

    /** Switches it on in its usual way. */
    public void set(Fault fault) {
        set(fault, fault.usual());
    }

    public synchronized void clear(Fault fault) {
        on.remove(fault);
    }

    public synchronized void clear() {
        on.clear();
    }

    public synchronized boolean isOn(Fault fault) {
        return on.containsKey(fault);
    }

    /** All that are on. */
    public synchronized Map<Fault, Setting> all() {
        return Map.copyOf(on);
    }

    /** Answers the setting when the fault is on, and switches it off when it was for once. */
    public synchronized Optional<Setting> strike(Fault fault) {
        Setting setting = on.get(fault);
        if (setting != null && !setting.standing()) {
            on.remove(fault);
        }
        return Optional.ofNullable(setting);
    }

    /** {@link #strike} for faults without an amount. */
    public boolean strikes(Fault fault) {
        return strike(fault).isPresent();
    }
}
