package dev.relink.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A refinement of a code: the same number with another message, or on another operation, can mean another thing.
 *
 * @param operations on which it applies; empty = on all
 */
public record Variant(String name, Set<Operation> operations, MessagePattern pattern, Meaning meaning) {

    public Variant {
        operations = Set.copyOf(operations);
    }

    /** The facts that the message holds, when this variant is the one. */
    Optional<Map<String, String>> read(String message, Operation operation) {
        return operations.isEmpty() || operations.contains(operation) ? pattern.read(message) : Optional.empty();
    }
}
