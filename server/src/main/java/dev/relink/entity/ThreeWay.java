package dev.relink.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** TEMPORARY: replaced by the codec's. */
public sealed interface ThreeWay {
    record Merged(Values values) implements ThreeWay {}

    record Collision(List<String> fields) implements ThreeWay {}

    static ThreeWay merge(EntityType type, @Nullable Values base, Values wanted, Values found) {
        return new Merged(wanted);
    }
}
