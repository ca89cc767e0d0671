package dev.relink.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings together what the app and what the bookkeeper changed since both agreed. */
public sealed interface ThreeWay {

    /** The app's changes, and QuickBooks' values for what only the bookkeeper changed. */
    record Merged(Values values) implements ThreeWay {}

    /** Both changed these fields, each to something else. */
    record Collision(List<String> fields) implements ThreeWay {}

    /**
     * @param base as last synced, references resolved; null when nobody knows: then the app's values stand
     * @param wanted as the app wants it now, references resolved
     * @param found as QuickBooks has it now
     * @param quickbooks what it does not keep, or keeps in another form, is no change
     */
    static ThreeWay merge(EntityType type, @Nullable Values base, Values wanted, Values found, QuickBooks quickbooks) {
        var agreed = base == null ? found : base;
        var merged = new LinkedHashMap<>(wanted.byField());
        var colliding = new ArrayList<String>();
        for (var field : type.fields()) {
            var want = wanted.get(field.name());
            if (want == null) {
                continue;
            }
            boolean appChanged = differs(type, field, want, agreed.get(field.name()), quickbooks);
            boolean bookkeeperChanged =
                    differs(type, field, agreed.get(field.name()), found.get(field.name()), quickbooks);
            if (appChanged && bookkeeperChanged && differs(type, field, want, found.get(field.name()), quickbooks)) {
                colliding.add(field.name());
            } else if (bookkeeperChanged && !appChanged) {
                take(field, found.get(field.name()), merged);
            }
        }
        return colliding.isEmpty() ? new Merged(new Values(merged)) : new Collision(colliding);
    }

    /** Lines that only the bookkeeper changed are not sent: the Mod then keeps each by its id. */
    private static void take(Field field, @Nullable Value found, LinkedHashMap<String, Value> merged) {
        if (field.kind() instanceof Kind.Lines) {
            merged.remove(field.name());
        } else {
            merged.put(field.name(), found == null ? new Value.Nothing() : found);
        }
    }

    private static boolean differs(
            EntityType type, Field field, @Nullable Value one, @Nullable Value other, QuickBooks quickbooks) {
        var nothing = new Value.Nothing();
        return !Differences.between(
                        type,
                        only(field, one == null ? nothing : one),
                        only(field, other == null ? nothing : other),
                        quickbooks)
                .isEmpty();
    }

    private static Values only(Field field, Value value) {
        return Values.NONE.with(field.name(), value);
    }
}
