package dev.relink.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds in one walk over a message where which of many patterns may begin. The plain {@linkplain Openings openings} of all
 * patterns stand in one tree of characters; a pattern is tried only where one of its own openings stands.
 */
final class Sieve {

    private final Letters letters = new Letters();
    private final Map<MessagePattern, Integer> numbers = new IdentityHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final int[] next;
    private final int[][] patterns;

    /** Under construction: what follows by character, and the patterns with an opening that ends here. */
    private record Node(Map<Character, Integer> next, List<Integer> patterns) {}

    Sieve(Collection<MessagePattern> all) {
        addNode();
        all.stream().filter(pattern -> !pattern.openings().anywhere()).forEach(this::add);
        next = new int[nodes.size() * Letters.COUNT];
        patterns = new int[nodes.size()][];
        for (int node = 0; node < nodes.size(); node++) {
            int row = node * Letters.COUNT;
            nodes.get(node).next.forEach((c, to) -> next[row + letters.number(c)] = to);
            patterns[node] = nodes.get(node).patterns.stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        nodes.clear();
    }

    private void add(MessagePattern pattern) {
        int number = numbers.size();
        if (numbers.putIfAbsent(pattern, number) == null) {
            pattern.openings().words().forEach(word -> add(word, number));
        }
    }

    private void add(String word, int pattern) {
        int node = 0;
        for (char c : word.toCharArray()) {
            letters.learn(c);
            Integer known = nodes.get(node).next.get(c);
            int to = known == null ? addNode() : known;
            nodes.get(node).next.put(c, to);
            node = to;
        }
        nodes.get(node).patterns.add(pattern);
    }

    private int addNode() {
        nodes.add(new Node(new HashMap<>(), new ArrayList<>()));
        return nodes.size() - 1;
    }

    /** Every place of the text, and the patterns that may begin there. */
    Starts walk(MessageText text) {
        var starts = new Starts(numbers);
        byte[] read = letters.read(text.folded());
        for (int from = 0; from < read.length; from++) {
            int node = 0;
            for (int at = from; at < read.length; at++) {
                node = next[node * Letters.COUNT + read[at]];
                if (node == 0) {
                    break;
                }
                for (int pattern : patterns[node]) {
                    starts.add(pattern, from);
                }
            }
        }
        return starts;
    }
}
