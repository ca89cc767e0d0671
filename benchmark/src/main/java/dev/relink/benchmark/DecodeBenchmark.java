package dev.relink.benchmark;

import dev.relink.catalogue.Catalogue;
import dev.relink.catalogue.CatalogueEntry;
import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Operation;
import dev.relink.connector.StatusCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every message that the catalogue has as an example, and every code without one; then texts that are made to keep
 * patterns busy. All on one thread.
 */
final class DecodeBenchmark {

    private static final int ROUNDS = 7;
    private static final int TURNS = 200;
    private static final int TRIES = 5;
    private static final int LONG = 100_000;

    private DecodeBenchmark() {}

    static void run(Table table) {
        var catalogue = Catalogue.load();
        var decoder = new Decoder(catalogue);
        List<Message> messages =
                catalogue.entries().stream().flatMap(DecodeBenchmark::messages).toList();
        double[] rounds = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            rounds[Math.max(0, round)] = perSecond(decoder, messages);
        }
        table.line("messages of the catalogue", "%,d", messages.size());
        table.line("decoded on one core, messages/s", "%s", new Rounds(rounds));
        table.atLeast(200_000, "the middle of these rounds", new Rounds(rounds).median(), "messages/s");
        table.atMost(5, "the slowest of all texts made to be slow", slowest(decoder, messages), "ms");
    }

    private static double perSecond(Decoder decoder, List<Message> messages) {
        long understood = 0;
        long start = System.nanoTime();
        for (int turn = 0; turn < TURNS; turn++) {
            for (Message message : messages) {
                understood += decoder.decode(message.code, message.words, Operation.ADD)
                                .facts()
                                .isEmpty()
                        ? 0
                        : 1;
            }
        }
        if (understood != (long) TURNS * messages.size()) {
            throw new IllegalStateException("Some messages were not read: this is no measurement.");
        }
        return understood * 1e9 / (System.nanoTime() - start);
    }

    /** In milliseconds; of each text the fastest of some tries, which is its own work and not the machine's. */
    private static double slowest(Decoder decoder, List<Message> messages) {
        return messages.stream()
                        .filter(message -> !message.words.isEmpty())
                        .map(message -> new Message(message.code, bait(message.words)))
                        .mapToLong(bait -> fastest(decoder, bait))
                        .max()
                        .orElseThrow()
                / 1e6;
    }

    private static String bait(String words) {
        return words.substring(0, words.length() / 2 + 1).repeat(LONG / words.length());
    }

    private static long fastest(Decoder decoder, Message message) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            decoder.decode(message.code, message.words, Operation.MOD);
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        return fastest;
    }

    private record Message(StatusCode code, String words) {}

    private static Stream<Message> messages(CatalogueEntry entry) {
        return Stream.concat(
                Stream.of(new Message(entry.code(), "")),
                entry.examples().stream().map(example -> new Message(entry.code(), example.message())));
    }
}
