package dev.relink.simulator.practice;

import dev.relink.simulator.webconnector.Fault;
import dev.relink.simulator.webconnector.Faults;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the control API may say of a fault: true, false, "once", "always", or an amount. */
final class FaultWish {
    private FaultWish() {}

    static Consumer<Faults> of(Fault fault, @Nullable Object value) {
        Faults.Setting usual = fault.usual();
        return switch (value) {
            case Boolean on when on -> faults -> faults.set(fault);
            case Boolean off -> faults -> faults.clear(fault);
            case Number amount -> faults -> faults.set(fault, new Faults.Setting(usual.standing(), amount.longValue()));
            case String word
            when word.equals("once") -> faults -> faults.set(fault, new Faults.Setting(false, usual.amount()));
            case String word
            when word.equals("always") -> faults -> faults.set(fault, new Faults.Setting(true, usual.amount()));
            case null, default ->
                throw new IllegalArgumentException(
                        fault.word() + " takes true, false, \"once\", \"always\" or a number, not " + value);
        };
    }
}
