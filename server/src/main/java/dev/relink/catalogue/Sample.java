package dev.relink.catalogue;

import dev.relink.catalogue.CatalogueEntry.Example;
import java.util.List;
import java.util.Optional;

/**
 * A reading of a code, shown by a message that is read so.
 *
 * @param operation on which the message was read
 * @param decoded with the names that the message tells
 */
public record Sample(Variant variant, Example example, Operation operation, Decoded decoded, Proof proof) {

    /** One for each reading of the code beside its plain one. */
    public static List<Sample> of(CatalogueEntry entry, Decoder decoder) {
        return entry.variants().stream()
                .flatMap(variant -> of(entry, variant, decoder).stream())
                .toList();
    }

    private static Optional<Sample> of(CatalogueEntry entry, Variant variant, Decoder decoder) {
        Operation operation = variant.operations().stream().sorted().findFirst().orElse(Operation.MOD);
        return entry.examples().stream()
                .filter(example -> example.variant().equals(variant.name()))
                .findFirst()
                .map(example -> new Sample(
                        variant,
                        example,
                        operation,
                        decoder.decode(entry.code(), example.message(), operation),
                        variant.proof(example.message())));
    }
}
