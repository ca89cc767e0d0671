package dev.relink.proof;

import dev.relink.proof.World.CrashPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every crash point at every call of a visit, with message sets of one, of two and of many writes; and two crashes after
 * one another. A build plays a part of them; {@code ./relink prove} plays them all.
 */
class CrashPointsTest {

    /** The calls of the first visit of a company: writes in three generations, reads, and one more. */
    private static final int CALLS = 6;

    /** Of all pairs a build plays one in so many. */
    private static final int PART = Integer.getInteger("relink.proof.part", 400);

    private static final boolean IS_WHOLE = PART == 1;

    @Test
    void one_crash_loses_and_doubles_nothing() {
        if (IS_WHOLE) {
            play(1, points(CALLS).map(List::of).toList());
            play(60, points(3).map(List::of).toList());
        }
        play(2, points(IS_WHOLE ? CALLS : 1).map(List::of).toList());
    }

    @Test
    void two_crashes_lose_and_double_nothing() {
        List<CrashPoint> points = points(4).toList();
        var pairs = new ArrayList<List<CrashPoint>>();
        for (CrashPoint first : points) {
            for (CrashPoint second : points) {
                pairs.add(List.of(first, second));
            }
        }
        play(
                2,
                IntStream.range(0, pairs.size())
                        .filter(n -> n % PART == 0)
                        .mapToObj(pairs::get)
                        .toList());
    }

    private static Stream<CrashPoint> points(int calls) {
        return Stream.of(Trouble.values())
                .filter(trouble -> trouble != Trouble.NONE)
                .flatMap(trouble -> IntStream.range(0, calls).mapToObj(call -> new CrashPoint(trouble, call)));
    }

    private static void play(int customers, List<List<CrashPoint>> all) {
        try (var stage = new Stage(PlantedBug.NONE)) {
            for (int n = 0; n < all.size(); n++) {
                var world = new World(stage, n + 1);
                try {
                    world.enumerate(customers, all.get(n));
                } catch (RuntimeException | AssertionError broken) {
                    throw new AssertionError(
                            "%d customers, %s: %s%n%s"
                                    .formatted(customers, all.get(n), broken.getMessage(), world.trace),
                            broken);
                }
            }
        }
        System.out.printf(
                "%,d worlds of %d customers with %d crashes each%n",
                all.size(), customers, all.getFirst().size());
    }
}
