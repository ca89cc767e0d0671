package dev.relink.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Worlds of a seed each. As many as fit into a build; {@code ./relink prove} plays more of them, or one again. A world that
 * breaks the promise leaves its trace in {@code server/target/proof}.
 */
class ProofTest {

    private static final long FIRST = Long.getLong("relink.proof.first", 1);
    private static final long SEEDS = Long.getLong("relink.proof.seeds", 30);

    /** A planted bug that so many worlds do not show would stay unseen. */
    private static final long ENOUGH = 1000;

    /** A database slows down with the companies in it. */
    private static final long WORLDS_PER_STAGE = 500;

    @Test
    void nothing_is_lost_and_nothing_is_made_twice() {
        for (long first = FIRST; first < FIRST + SEEDS; first += WORLDS_PER_STAGE) {
            long end = Math.min(first + WORLDS_PER_STAGE, FIRST + SEEDS);
            try (var stage = new Stage(PlantedBug.NONE)) {
                LongStream.range(first, end).forEach(seed -> play(stage, seed));
            }
            System.out.printf("%,d worlds: nothing lost, nothing twice, nothing stuck%n", end - FIRST);
        }
    }

    @Test
    void the_same_seed_is_the_same_world_to_the_last_byte() {
        assertThat(trace(17)).isEqualTo(trace(17)).isNotEqualTo(trace(18));
    }

    /** In a build those that a few worlds show. */
    static Stream<PlantedBug> planted() {
        boolean isWhole = Integer.getInteger("relink.proof.part", 0) == 1;
        return Stream.of(PlantedBug.values())
                .filter(bug -> bug != PlantedBug.NONE)
                .filter(bug -> isWhole || !PlantedBug.RARE.contains(bug));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void the_judge_is_awake(PlantedBug bug) {
        try (var stage = new Stage(bug)) {
            for (long seed = 1; seed <= ENOUGH; seed++) {
                String noticed = noticed(stage, seed);
                if (noticed != null) {
                    System.out.printf("%s: noticed in world %d: %s%n", bug, seed, noticed);
                    return;
                }
            }
        }
        throw new AssertionError("%s: %d worlds, and nobody noticed".formatted(bug, ENOUGH));
    }

    private static void play(Stage stage, long seed) {
        var world = new World(stage, seed);
        try {
            world.play();
        } catch (RuntimeException | AssertionError broken) {
            throw new AssertionError(
                    "World %d: %s%nIts trace is in %s. Again: ./relink prove --seed %d"
                            .formatted(seed, broken.getMessage(), kept(world), seed),
                    broken);
        }
    }

    private static Path kept(World world) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "proof"));
            return Files.writeString(folder.resolve("world-" + world.seed + ".txt"), world.trace.toString())
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String trace(long seed) {
        try (var stage = new Stage(PlantedBug.NONE)) {
            var world = new World(stage, seed);
            world.play();
            return world.trace.toString();
        }
    }

    private static @org.jspecify.annotations.Nullable String noticed(Stage stage, long seed) {
        try {
            new World(stage, seed).play();
            return null;
        } catch (Violated violated) {
            return String.valueOf(violated.getMessage()).lines().findFirst().orElse("");
        } catch (RuntimeException | AssertionError own) {
            return "the product itself: " + own;
        } finally {
            boolean unused = stage.perils.revive();
        }
    }
}
