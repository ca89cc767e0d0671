package dev.relink.catalogue;

import java.util.Arrays;
import java.util.Map;

/** Where in one message each pattern may begin, in rising order: a chain of places for each pattern. */
final class Starts {

    static final int NONE = -1;
    private static final int ROOM = 64;

    private final Map<MessagePattern, Integer> numbers;
    private final int[] first;
    private final int[] last;
    private int[] places = new int[ROOM];
    private int[] next = new int[ROOM];
    private int size;

    Starts(Map<MessagePattern, Integer> numbers) {
        this.numbers = numbers;
        this.first = new int[numbers.size()];
        this.last = new int[numbers.size()];
        Arrays.fill(first, NONE);
    }

    /** Places come in rising order; the same one again changes nothing. */
    void add(int pattern, int place) {
        boolean begun = first[pattern] != NONE;
        if (begun && places[last[pattern]] == place) {
            return;
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
            next = Arrays.copyOf(next, 2 * size);
        }
        places[size] = place;
        next[size] = NONE;
        if (begun) {
            next[last[pattern]] = size;
        } else {
            first[pattern] = size;
        }
        last[pattern] = size++;
    }

    /** The first hit of a pattern no earlier than {@code from}; {@link #NONE} = nowhere. */
    int first(MessagePattern pattern, int from) {
        Integer number = numbers.get(pattern);
        int hit = number == null ? NONE : first[number];
        while (hit != NONE && places[hit] < from) {
            hit = next[hit];
        }
        return hit;
    }

    int next(int hit) {
        return next[hit];
    }

    int place(int hit) {
        return places[hit];
    }
}
