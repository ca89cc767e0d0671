package dev.relink.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.connector.StatusCode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The decoder reads what the outside sends: it must neither fail nor be slowed down by any text. */
class DecoderProperties {

    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Decoder DECODER = new Decoder(CATALOGUE);
    private static final long AT_MOST_NANOS = 5_000_000;

    @Property(tries = 2_000)
    void any_text_under_any_code_is_decoded(
            @ForAll("codes") StatusCode code, @ForAll("messages") String message, @ForAll Operation operation) {
        Decoded decoded = DECODER.decode(code, message, operation);

        assertThat(decoded.problem(Map.of())).isNotBlank();
        assertThat(decoded.fix(Map.of())).isNotBlank();
        assertThat(decoded.facts()).containsKeys("message", "head");
    }

    @Property(tries = 300)
    void no_text_takes_longer_than_five_milliseconds(
            @ForAll("codes") StatusCode code, @ForAll("longMessages") String message, @ForAll Operation operation) {
        assertThat(fastestOfFive(code, message, operation)).isLessThan(AT_MOST_NANOS);
    }

    /** The fastest of five: what the work itself takes, without what the machine does meanwhile. */
    private static long fastestOfFive(StatusCode code, String message, Operation operation) {
        return Stream.generate(() -> {
                    long start = System.nanoTime();
                    DECODER.decode(code, message, operation);
                    return System.nanoTime() - start;
                })
                .limit(5)
                .min(Long::compare)
                .orElseThrow();
    }

    @Provide
    Arbitrary<StatusCode> codes() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        CATALOGUE.entries().stream().map(CatalogueEntry::code).toList()),
                Arbitraries.strings().ofMaxLength(12).map(StatusCode::desktop));
    }

    @Provide
    Arbitrary<String> messages() {
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(3_000), pieces(40));
    }

    @Provide
    Arbitrary<String> longMessages() {
        return Arbitraries.oneOf(
                Arbitraries.of(fragments()).map(fragment -> fragment.repeat(100_000 / fragment.length())), pieces(600));
    }

    /** Beginnings that the patterns wait for, in any order, cut anywhere. */
    private static Arbitrary<String> pieces(int atMost) {
        return Arbitraries.of(fragments()).list().ofMaxSize(atMost).map(pieces -> String.join("", pieces));
    }

    private static List<String> fragments() {
        return Stream.concat(
                        CATALOGUE.entries().stream()
                                .flatMap(entry -> entry.examples().stream())
                                .map(CatalogueEntry.Example::message)
                                .filter(message -> message.length() > 3)
                                .flatMap(message -> Stream.of(message, message.substring(0, message.length() / 2))),
                        Stream.of("\"", " ", "QuickBooks error message:", "invalid reference to QuickBooks A \"", "{"))
                .toList();
    }
}
