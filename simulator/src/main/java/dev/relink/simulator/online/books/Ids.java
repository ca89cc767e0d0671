package dev.relink.simulator.online.books;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Gives Ids: strings of digits, of which nobody should think that they grow. Names share one range, transactions another, and
 * every other type has its own, so that the same Id names a customer and an invoice.
 */
final class Ids {
    private static final int BLOCK = 40;

    private final Map<EntityType, Range> ranges = new EnumMap<>(EntityType.class);

    /** Numbers in blocks, each block in an order of its own. */
    private static final class Range {
        private final Random dice = new Random(7);
        private final List<Integer> left = new ArrayList<>();
        private int next = 1;

        private Range() {}

        /** Goes on behind what was given. */
        private Range(int highest) {
            next = highest + 1;
        }

        int take(boolean grow) {
            if (left.isEmpty()) {
                fill(grow);
            }
            return left.removeLast();
        }

        private void fill(boolean grow) {
            for (int i = 0; i < BLOCK; i++) {
                left.add(next++);
            }
            if (grow) {
                Collections.reverse(left);
            } else {
                Collections.shuffle(left, dice);
            }
        }
    }

    Ids() {}

    Ids(Map<EntityType, Integer> highest) {
        highest.forEach((type, number) -> ranges.put(type, new Range(number)));
    }

    /** By range; numbers up to it may be unused. */
    Map<EntityType, Integer> highest() {
        var highest = new EnumMap<EntityType, Integer>(EntityType.class);
        ranges.forEach((type, range) -> highest.put(type, range.next - 1));
        return highest;
    }

    String next(EntityType type, boolean grow) {
        return String.valueOf(
                ranges.computeIfAbsent(range(type), any -> new Range()).take(grow));
    }

    private static EntityType range(EntityType type) {
        return switch (type.family()) {
            case NAME -> EntityType.CUSTOMER;
            case TRANSACTION -> EntityType.INVOICE;
            case LIST, ONE -> type;
        };
    }
}
