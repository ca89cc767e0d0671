package dev.relink.catalogue;

import dev.relink.connector.StatusCode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a status code together with its message and the operation: the number alone often says too little. */
public final class Decoder {

    private final Catalogue catalogue;
    private final Sieve sieve;

    public Decoder(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.sieve = new Sieve(catalogue.patterns());
    }

    /**
     * Never fails, and reads no more than the first 2,000 characters.
     *
     * @param message QuickBooks' words: {@code statusMessage} of Desktop; {@code Message} and {@code Detail} of Online, a
     *     blank between them, or the whole fault; null or empty when there are none
     */
    public Decoded decode(StatusCode code, @Nullable String message, Operation operation) {
        MessageText text = MessageText.of(message);
        CatalogueEntry entry = catalogue.find(code).orElseGet(catalogue::unknown);
        Map<String, String> facts = new HashMap<>();
        text.into(facts);
        Starts starts = sieve.walk(text);
        entry.facts().forEach(pattern -> pattern.read(text, 0, starts, facts));
        for (Variant variant : entry.variants()) {
            if (variant.read(text, operation, starts, facts)) {
                return new Decoded(code, variant.name(), variant.meaning(), entry.standing(), facts);
            }
        }
        return new Decoded(code, null, entry.meaning(), entry.standing(), facts);
    }
}
