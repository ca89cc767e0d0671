package dev.relink.catalogue;

import dev.relink.connector.StatusCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a status code together with its message and the operation: the number alone often says too little. */
public final class Decoder {

    /** QuickBooks' messages are shorter; what comes after is kept as evidence but not read. */
    static final int READ_AT_MOST = 2_000;

    /** Between the SDK's sentence and that of QuickBooks' own window; zero to two blanks stand around it. */
    private static final String TAIL_MARK = "QuickBooks error message:";

    private final Catalogue catalogue;

    public Decoder(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Never fails.
     *
     * @param message QuickBooks' words: {@code statusMessage} of Desktop; {@code Message} and {@code Detail} of Online, a
     *     blank between them; null or empty when there are none
     */
    public Decoded decode(StatusCode code, @Nullable String message, Operation operation) {
        String words = shortened(message == null ? "" : message.strip());
        Map<String, String> facts = split(words);
        CatalogueEntry entry = catalogue.find(code).orElseGet(catalogue::unknown);
        for (Variant variant : entry.variants()) {
            Optional<Map<String, String>> read = variant.read(words, operation);
            if (read.isPresent()) {
                facts.putAll(read.get());
                return new Decoded(code, variant.name(), variant.meaning(), entry.standing(), facts);
            }
        }
        return new Decoded(code, null, entry.meaning(), entry.standing(), facts);
    }

    private static String shortened(String message) {
        return message.length() <= READ_AT_MOST ? message : message.substring(0, READ_AT_MOST);
    }

    private static Map<String, String> split(String message) {
        Map<String, String> facts = new HashMap<>();
        facts.put(Placeholder.MESSAGE.key(), message);
        int mark = message.indexOf(TAIL_MARK);
        facts.put(
                Placeholder.HEAD.key(),
                mark < 0 ? message : message.substring(0, mark).strip());
        if (mark >= 0) {
            facts.put(
                    Placeholder.TAIL.key(),
                    message.substring(mark + TAIL_MARK.length()).strip());
        }
        return facts;
    }
}
