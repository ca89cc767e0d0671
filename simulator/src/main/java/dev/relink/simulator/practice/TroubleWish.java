package dev.relink.simulator.practice;

import dev.relink.simulator.online.Trouble;
import dev.relink.simulator.online.Troubles;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the control API may say of a trouble: true, false, "once", "always", or an amount. */
final class TroubleWish {
    private TroubleWish() {}

    static Consumer<Troubles> of(String name, @Nullable Object value) {
        Trouble trouble = OnlineControlApi.trouble(name);
        Troubles.Setting usual = trouble.usual();
        return switch (value) {
            case Boolean on when on -> troubles -> troubles.set(trouble);
            case Boolean off -> troubles -> troubles.clear(trouble);
            case Number amount ->
                troubles -> troubles.set(trouble, new Troubles.Setting(usual.standing(), amount.longValue()));
            case String word
            when word.equals("once") -> troubles -> troubles.set(trouble, new Troubles.Setting(false, usual.amount()));
            case String word
            when word.equals("always") -> troubles -> troubles.set(trouble, new Troubles.Setting(true, usual.amount()));
            case null, default ->
                throw new IllegalArgumentException(
                        name + " takes true, false, \"once\", \"always\" or a number, not " + value);
        };
    }
}
