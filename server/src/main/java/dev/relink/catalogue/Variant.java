package dev.relink.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * A refinement of a code: the same number with another message, or on another operation, can mean another thing.
 *
 * @param operations on which it applies; empty = on all
 * @param inTail whether only the sentence of QuickBooks' own window counts; names in the sentence before it could deceive
 */
public record Variant(String name, Set<Operation> operations, MessagePattern pattern, boolean inTail, Meaning meaning) {

    public Variant {
        operations = Set.copyOf(operations);
    }

    /** Whether it means another thing than the code alone, and does not merely tell it in more words. */
    boolean refines(Meaning base) {
        return !operations.isEmpty() || !meaning.with(base.guide()).equals(base);
    }

    /** The words of the message that make it this variant; none when the pattern is not in it. */
    public Proof proof(String message) {
        MessageText text = MessageText.of(message);
        Matcher matcher = pattern.matcher(text.folded());
        return matcher.find(inTail ? text.tail() : 0)
                ? Proof.of(text.told(), matcher.start(), matcher.end())
                : Proof.of(text.told(), 0, 0);
    }

    /** Whether this variant is the one; if so, what its message tells is added to the facts. */
    boolean read(MessageText text, Operation operation, Starts starts, Map<String, String> facts) {
        return (operations.isEmpty() || operations.contains(operation))
                && pattern.read(text, inTail ? text.tail() : 0, starts, facts);
    }
}
