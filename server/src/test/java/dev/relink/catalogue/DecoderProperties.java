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

/** The decoder reads what the outside sends: no text, however long or strange, may make it fail or keep it busy. */
class DecoderProperties {

    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Decoder DECODER = new Decoder(CATALOGUE);
    private static final long LOOKS_AT_MOST = 2_000_000;

    @Property(tries = 2_000)
    void any_text_under_any_code_is_decoded(
            @ForAll("codes") StatusCode code, @ForAll("messages") String message, @ForAll Operation operation) {
        Decoded decoded = DECODER.decode(code, message, operation);

        assertThat(decoded.problem(Map.of())).isNotBlank();
        assertThat(decoded.fix(Map.of())).isNotBlank();
        assertThat(decoded.facts()).containsKeys("message", "head");
        assertThat(decoded.guide(Map.of()).why()).isNotBlank();
    }

    /** What a text of any length costs is bounded by counting, not by a clock; {@code ./relink bench decode} has the clock. */
    @Property(tries = 300)
    void no_text_is_looked_at_more_often_than_its_first_two_thousand_characters_allow(
            @ForAll("codes") StatusCode code, @ForAll("longMessages") String message) {
        MessageText text = MessageText.of(message);
        CatalogueEntry entry = CATALOGUE.find(code).orElseGet(CATALOGUE::unknown);

        long looks = entry.variants().stream()
                .mapToLong(variant -> PatternWorkTest.looks(variant.pattern(), text.folded()))
                .sum();

        assertThat(text.told()).hasSizeLessThanOrEqualTo(MessageText.READ_AT_MOST);
        assertThat(looks).isLessThan(LOOKS_AT_MOST);
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
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(3_000),
                Arbitraries.strings().withCharRange('\u0000', '\u00ff').ofMaxLength(300),
                Arbitraries.strings()
                        .withChars("&#x;quotampltg\\\"“”’ \n\t\ud83d\udca5")
                        .ofMaxLength(300),
                pieces(40));
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
                        Stream.of(
                                "\"",
                                " ",
                                "QuickBooks error message:",
                                "invalid reference to QuickBooks A \"",
                                "{",
                                "(",
                                "a",
                                "&amp;",
                                "\\"))
                .toList();
    }
}
