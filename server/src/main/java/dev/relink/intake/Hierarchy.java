package dev.relink.intake;

import dev.relink.entity.Problem;
import dev.relink.entity.RecordKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is whose parent within one type: customers and jobs, items and sub-items. QuickBooks Desktop and Online keep five
 * levels; a circle could never be sent, since a parent goes before its child.
 */
final class Hierarchy {

    static final int LEVELS = 5;

    private final Map<RecordKey, RecordKey> parents = new HashMap<>();
    private final Map<RecordKey, Set<RecordKey>> children = new HashMap<>();

    Hierarchy(Map<RecordKey, RecordKey> parents) {
        parents.forEach(this::join);
    }

    /** Puts {@code child} under {@code parent} (null: on top), or says why that cannot be and leaves all as it was. */
    Optional<Problem> place(RecordKey child, @Nullable RecordKey parent) {
        if (parent != null) {
            List<RecordKey> chain = upFrom(child, parent);
            if (chain.indexOf(child) != chain.lastIndexOf(child)) {
                return problem("makes a circle: " + told(chain));
            }
            int level = chain.size() + heightBelow(child, LEVELS);
            if (level > LEVELS) {
                return problem("makes %d levels; QuickBooks keeps %d: %s".formatted(level, LEVELS, told(chain)));
            }
        }
        part(child);
        if (parent != null) {
            join(child, parent);
        }
        return Optional.empty();
    }

    /** The child, its parent, the parent's parent ...; ends on top or where the child comes again. */
    private List<RecordKey> upFrom(RecordKey child, RecordKey parent) {
        List<RecordKey> chain = new ArrayList<>(List.of(child));
        for (RecordKey at = parent; at != null && chain.size() <= 2 * LEVELS; at = parents.get(at)) {
            chain.add(at);
            if (at.equals(child)) {
                break;
            }
        }
        return chain;
    }

    private int heightBelow(RecordKey key, int most) {
        return most == 0
                ? 0
                : children.getOrDefault(key, Set.of()).stream()
                        .mapToInt(child -> 1 + heightBelow(child, most - 1))
                        .max()
                        .orElse(0);
    }

    private void join(RecordKey child, RecordKey parent) {
        parents.put(child, parent);
        children.computeIfAbsent(parent, _ -> new HashSet<>()).add(child);
    }

    private void part(RecordKey child) {
        RecordKey before = parents.remove(child);
        if (before != null) {
            children.getOrDefault(before, new HashSet<>()).remove(child);
        }
    }

    private static Optional<Problem> problem(String what) {
        return Optional.of(new Problem("/parent", "/parent " + what));
    }

    private static String told(List<RecordKey> chain) {
        return chain.stream().map(RecordKey::id).collect(Collectors.joining(" → "));
    }
}
