package dev.relink.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.relink.connector.Platform;
import dev.relink.connector.StatusCode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RealMessagesTest {

    private final Decoder decoder = new Decoder(Catalogue.load());

    @TestFactory
    Stream<DynamicTest> what_quickbooks_said_is_understood() {
        return RealMessages.all().stream()
                .map(row -> dynamicTest(row.code() + " " + row.message(), () -> assertUnderstood(row)));
    }

    @TestFactory
    Stream<DynamicTest> a_concept_is_understood_in_other_words_too() {
        return RealMessages.concepts().stream()
                .map(row -> dynamicTest(row.code() + " " + row.message(), () -> assertUnderstood(row)));
    }

    private void assertUnderstood(RealMessages.Row row) {
        Decoded decoded = decoder.decode(row.code(), row.message(), row.operation());
        assertThat(decoded.family().word()).isEqualTo(row.family());
        assertThat(decoded.variant() == null ? "plain" : decoded.variant()).isEqualTo(row.variant());
        assertThat(decoded.repairs().stream().map(Word::word)).isEqualTo(row.repairs());
        assertThat(decoded.problem(Map.of())).doesNotContain("{", "&quot;").isNotBlank();
    }

    /** An app hands on what it got: in other capitals, escaped, broken over lines, with its own words around. */
    @TestFactory
    Stream<DynamicTest> however_an_app_hands_it_on() {
        return RealMessages.all().stream()
                .filter(row -> row.message().length() < 1000)
                .map(row -> dynamicTest(row.code() + " " + row.message(), () -> assertSame(row)));
    }

    private void assertSame(RealMessages.Row row) {
        String told = row.message();
        List<String> handedOn = List.of(
                told.replace("\"", "&quot;").replace("'", "&#39;"),
                told.replace(" ", "\r\n "),
                told.toUpperCase(java.util.Locale.ROOT),
                "QuickBooks: " + row.code().code() + ": " + told + " (sent by our app)");
        String expected = meaning(row, told);
        assertThat(handedOn).allSatisfy(words -> assertThat(meaning(row, words)).isEqualTo(expected));
    }

    private String meaning(RealMessages.Row row, String message) {
        Decoded decoded = decoder.decode(row.code(), message, row.operation());
        return decoded.family() + " " + decoded.variant() + " " + decoded.repairs();
    }

    @Test
    void the_list_is_long_and_speaks_of_every_platform() {
        List<RealMessages.Row> rows = RealMessages.all();

        assertThat(rows).doesNotHaveDuplicates().hasSizeGreaterThan(700);
        assertThat(rows.stream().map(row -> row.code().platform())).contains(Platform.values());
    }

    /** A message that somebody remembers is a concept, not a fact. */
    @Test
    void each_message_names_where_it_was_published() {
        assertThat(RealMessages.all())
                .allSatisfy(row -> assertThat(row.source())
                        .as(row.message())
                        .hasSizeGreaterThan(10)
                        .doesNotContain("shared"));
        assertThat(RealMessages.concepts())
                .hasSizeGreaterThan(200)
                .allSatisfy(row -> assertThat(row.source()).as(row.message()).isEmpty());
    }

    /** The words of another platform never leak in: a code is a number of one platform. */
    @Test
    void a_message_under_the_same_number_of_another_platform_is_read_by_that_platform() {
        Catalogue catalogue = Catalogue.load();
        RealMessages.all().stream()
                .flatMap(row -> catalogue.onEveryPlatform(row.code().code()).stream()
                        .map(CatalogueEntry::code)
                        .filter(code -> !code.equals(row.code()))
                        .map(code -> decoder.decode(code, row.message(), row.operation())))
                .forEach(decoded -> assertThat(familiesOf(catalogue, decoded.code()))
                        .as(decoded.code().toString())
                        .contains(decoded.family()));
    }

    private static List<Family> familiesOf(Catalogue catalogue, StatusCode code) {
        CatalogueEntry entry = catalogue.find(code).orElseThrow();
        return Stream.concat(
                        Stream.of(entry.meaning().family()),
                        entry.variants().stream()
                                .map(variant -> variant.meaning().family()))
                .toList();
    }
}
