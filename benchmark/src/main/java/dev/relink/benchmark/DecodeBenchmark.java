package dev.relink.benchmark;

import dev.relink.catalogue.Catalogue;
import dev.relink.catalogue.CatalogueEntry;
import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Operation;
import dev.relink.connector.StatusCode;
import java.util.List;
import java.util.stream.Stream;

/** Every message that the catalogue has as an example, and every code without one. */
final class DecodeBenchmark {

    private static final int ROUNDS = 7;
    private static final int TURNS = 300;

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

    private record Message(StatusCode code, String words) {}

    private static Stream<Message> messages(CatalogueEntry entry) {
        return Stream.concat(
                Stream.of(new Message(entry.code(), "")),
                entry.examples().stream().map(example -> new Message(entry.code(), example.message())));
    }
}
