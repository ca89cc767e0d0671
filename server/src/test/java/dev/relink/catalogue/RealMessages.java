package dev.relink.catalogue;

import dev.relink.connector.StatusCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The messages of messages.tsv: what QuickBooks really said, and what a person found it to mean. */
final class RealMessages {

    /**
     * {@code variant} is "plain" where none applies; {@code repairs} are words with a blank between.
     *
     * @param source where it was published; empty for sentences of our own
     */
    record Row(
            StatusCode code,
            Operation operation,
            String message,
            String family,
            String variant,
            List<String> repairs,
            String source) {

        private static Row of(String line) {
            String[] cells = line.split("\t", -1);
            return new Row(
                    StatusCode.parse(cells[0] + ":" + cells[1]),
                    Word.of(Operation.values(), cells[2]),
                    cells[3].replace("\\n", "\n"),
                    cells[4],
                    cells[5],
                    cells[6].isEmpty() ? List.of() : List.of(cells[6].split(" ")),
                    cells.length > 7 ? cells[7] : "");
        }
    }

    private RealMessages() {}

    /** What QuickBooks really said. */
    static List<Row> all() {
        return rows("messages.tsv");
    }

    /** Sentences of our own, for every concept that the patterns know. */
    static List<Row> concepts() {
        return rows("concepts.tsv");
    }

    private static List<Row> rows(String name) {
        try (InputStream file = Objects.requireNonNull(RealMessages.class.getResourceAsStream(name))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(2).map(Row::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
