package dev.relink.entity;

import java.util.ArrayList;
import java.util.List;

/** TEMPORARY: replaced by the codec's. */
public final class Differences {
    private Differences() {}

    public static List<Difference> between(EntityType type, Values wanted, Values found) {
        var list = new ArrayList<Difference>();
        wanted.byField().forEach((name, value) -> {
            var there = found.get(name);
            if (!(value instanceof Value.Lines)
                    && !(value instanceof Value.Reference)
                    && !value.equals(there)
                    && !(value instanceof Value.Nothing && there == null)) {
                list.add(new Difference("/" + name, String.valueOf(value), String.valueOf(there)));
            }
        });
        return list;
    }
}
