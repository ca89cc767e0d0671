package dev.relink.quickbooks.online.rest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deals writes out: what touches the same object stays in one lane, batches are full, lanes alike in length. */
final class Lanes {

    /** Batches under way together: QuickBooks lets ten calls of an app in at once. */
    static final int MOST_LANES = 10;

    static final int BATCH = 30;

    /** Not smaller for the sake of more lanes: batches are few in a minute. */
    private static final int SMALLEST = 10;

    private Lanes() {}

    /** Batches that go one after another. */
    record Lane(List<List<WriteItem>> batches) {}

    /** Each in a call of its own. */
    static List<Lane> single(List<WriteItem> items) {
        return clusters(items).stream()
                .map(cluster -> new Lane(cluster.stream().map(List::of).toList()))
                .toList();
    }

    static List<Lane> ofBatches(List<WriteItem> items) {
        int size = Math.clamp((items.size() + MOST_LANES - 1) / MOST_LANES, SMALLEST, BATCH);
        var lanes = new ArrayList<Lane>();
        for (var chain : chains(clusters(items), size)) {
            if (lanes.size() < MOST_LANES) {
                lanes.add(new Lane(new ArrayList<>(chain)));
            } else {
                shortest(lanes).batches().addAll(chain);
            }
        }
        return lanes;
    }

    private static Lane shortest(List<Lane> lanes) {
        return lanes.stream()
                .min(Comparator.comparingInt(lane -> lane.batches().size()))
                .orElseThrow();
    }

    /** Batches that hang together, the longest chain first; small clusters fill up what room is left. */
    private static List<List<List<WriteItem>>> chains(List<List<WriteItem>> clusters, int size) {
        var chains = new ArrayList<List<List<WriteItem>>>();
        var open = new ArrayList<List<WriteItem>>();
        for (var cluster : clusters) {
            var fitting = open.stream()
                    .filter(batch -> batch.size() + cluster.size() <= size)
                    .findFirst();
            if (fitting.isPresent()) {
                fitting.get().addAll(cluster);
                open.removeIf(batch -> batch.size() >= size);
            } else {
                var chain = cut(cluster, size);
                chains.add(chain);
                open.add(chain.getLast());
            }
        }
        return chains;
    }

    private static List<List<WriteItem>> cut(List<WriteItem> cluster, int size) {
        var chain = new ArrayList<List<WriteItem>>();
        for (int from = 0; from < cluster.size(); from += size) {
            chain.add(new ArrayList<>(cluster.subList(from, Math.min(cluster.size(), from + size))));
        }
        return chain;
    }

    /** Writes that must not be under way together, the largest group first. */
    private static List<List<WriteItem>> clusters(List<WriteItem> items) {
        int[] group = new int[items.size()];
        var owner = new HashMap<String, Integer>();
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
            for (var object : items.get(i).touches()) {
                Integer other = owner.putIfAbsent(object, i);
                if (other != null) {
                    group[root(group, i)] = root(group, other);
                }
            }
        }
        Map<Integer, List<WriteItem>> clusters = new LinkedHashMap<>();
        for (int i = 0; i < group.length; i++) {
            clusters.computeIfAbsent(root(group, i), key -> new ArrayList<>()).add(items.get(i));
        }
        return clusters.values().stream()
                .sorted(Comparator.comparingInt(cluster -> -cluster.size()))
                .toList();
    }

    private static int root(int[] group, int i) {
        while (group[i] != i) {
            group[i] = group[group[i]];
            i = group[i];
        }
        return i;
    }
}
