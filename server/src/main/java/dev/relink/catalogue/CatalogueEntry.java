package dev.relink.catalogue;

import dev.relink.connector.StatusCode;
import java.util.List;

/**
 * All that is known of one status code.
 *
 * @param meaning when no variant applies
 * @param standing how sure we are: {@code recorded}, {@code documented}, {@code reported} or {@code unverified}, then a remark
 * @param seeAlso codes that are easily confused with this one
 * @param facts what any message of this code may tell: its names and values, whatever it means
 * @param variants the first that matches decides
 */
public record CatalogueEntry(
        StatusCode code,
        Meaning meaning,
        String standing,
        List<StatusCode> seeAlso,
        List<MessagePattern> facts,
        List<Variant> variants,
        List<Example> examples) {

    /** A message and the variant that it must be read as; {@link #PLAIN} = none. */
    public record Example(String variant, String message) {
        public static final String PLAIN = "plain";
    }

    public CatalogueEntry {
        seeAlso = List.copyOf(seeAlso);
        facts = List.copyOf(facts);
        variants = List.copyOf(variants);
        examples = List.copyOf(examples);
    }
}
