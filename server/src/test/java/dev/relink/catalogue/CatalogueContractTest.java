package dev.relink.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.relink.connector.Platform;
import dev.relink.connector.StatusCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/** What every file of the catalogue promises. The reader itself refuses unknown words, keys, placeholders, empty sections. */
class CatalogueContractTest {

    private final Catalogue catalogue = Catalogue.load();
    private final Decoder decoder = new Decoder(catalogue);

    @TestFactory
    Stream<DynamicTest> every_listed_code_has_its_own_file() throws IOException {
        return knownCodes().stream()
                .map(StatusCode::parse)
                .map(code -> dynamicTest(
                        code.toString(),
                        () -> assertThat(catalogue.find(code))
                                .hasValueSatisfying(
                                        entry -> assertThat(entry.code()).isEqualTo(code))));
    }

    @TestFactory
    Stream<DynamicTest> every_example_is_read_as_the_variant_that_it_names() {
        return catalogue.entries().stream()
                .flatMap(entry -> entry.examples().stream()
                        .map(example -> dynamicTest(
                                entry.code() + " " + example.message(),
                                () -> assertThat(variantOf(entry, example)).isEqualTo(example.variant()))));
    }

    private String variantOf(CatalogueEntry entry, CatalogueEntry.Example example) {
        Operation operation = entry.variants().stream()
                .filter(variant -> variant.name().equals(example.variant()))
                .flatMap(variant -> variant.operations().stream())
                .findFirst()
                .orElse(Operation.MOD);
        Decoded decoded = decoder.decode(entry.code(), example.message(), operation);
        return Objects.requireNonNullElse(decoded.variant(), CatalogueEntry.Example.PLAIN);
    }

    /** Our own strict reader and a real YAML reader see the same front matter. */
    @TestFactory
    Stream<DynamicTest> every_front_matter_is_yaml() {
        return CatalogueFiles.all().stream().map(file -> dynamicTest(file.name(), () -> assertSameAsYaml(file)));
    }

    private static void assertSameAsYaml(CatalogueFiles.File file) {
        List<String> lines = file.text().lines().toList();
        FrontMatter ours = FrontMatter.of(file.name(), lines);
        Map<String, Object> theirs = new Yaml().load(String.join("\n", lines.subList(1, ours.lastLine() - 1)));
        assertThat(ours.fields().stream().map(FrontMatter.Field::key)).containsExactlyElementsOf(theirs.keySet());
        assertThat(ours.fields().getFirst().value()).isEqualTo(theirs.get("name"));
    }

    @TestFactory
    Stream<DynamicTest> every_guide_is_told_plainly_when_nothing_is_known() {
        return meanings()
                .map(meaning -> dynamicTest(meaning.name(), () -> {
                    Guide.Told told = meaning.guide().forRecord(Map.of());
                    assertThat(List.of(told.problem(), told.why(), told.fix(), told.next()))
                            .allSatisfy(text ->
                                    assertThat(text).doesNotContain("{", "}").hasSizeGreaterThan(8));
                    assertThat(meaning.guide().problem(Map.of())).hasSizeBetween(5, 260);
                    assertThat(meaning.guide().fix(Map.of())).hasSizeBetween(5, 260);
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_cannot_be_repaired_offers_no_button_and_what_is_rejected_offers_one() {
        return meanings()
                .map(meaning -> dynamicTest(meaning.name(), () -> {
                    switch (meaning.outcome()) {
                        case REJECTED, NOT_THERE, STALE, REFUSED_WHOLE_SET ->
                            assertThat(meaning.repairs()).isNotEmpty();
                        case OK, NOTHING_FOUND, CONNECTION, IN_DOUBT ->
                            assertThat(meaning.repairs()).isEmpty();
                        case RETRY, NOT_PROCESSED ->
                            assertThat(meaning.repairs()).doesNotContain(RepairKind.CLEAR_ID, RepairKind.CREATE_NEW);
                    }
                }));
    }

    @Test
    void clear_id_is_offered_only_for_broken_links() {
        assertThat(meanings().filter(meaning -> meaning.repairs().contains(RepairKind.CLEAR_ID)))
                .isNotEmpty()
                .allSatisfy(meaning -> assertThat(meaning.family()).isEqualTo(Family.MISSING_LINK));
    }

    @Test
    void nothing_in_doubt_is_sent_again_before_a_look_up() {
        assertThat(meanings().filter(meaning -> meaning.outcome() == Decision.IN_DOUBT))
                .isNotEmpty()
                .allSatisfy(meaning -> assertThat(meaning.retry()).isEqualTo(Retry.AFTER_LOOK_UP));
    }

    @Test
    void one_number_on_two_platforms_stays_two_things() {
        for (String number : numbersOnBoth()) {
            assertThat(catalogue.onEveryPlatform(number))
                    .as(number)
                    .extracting(entry -> entry.code().platform())
                    .containsExactly(Platform.DESKTOP, Platform.ONLINE);
        }
        assertThat(family("desktop:3100")).isEqualTo(Family.NAME_CLASH);
        assertThat(family("online:3100")).isEqualTo(Family.AUTHORISATION);
    }

    /** All numbers that Desktop and Online share. */
    private Set<String> numbersOnBoth() {
        Set<String> online = numbers(Platform.ONLINE);
        Set<String> both = new TreeSet<>(numbers(Platform.DESKTOP));
        both.retainAll(online);
        assertThat(both).contains("3100", "3120", "3200", "500", "600", "1000");
        return both;
    }

    private Set<String> numbers(Platform platform) {
        return catalogue.entries().stream()
                .map(CatalogueEntry::code)
                .filter(code -> code.platform() == platform)
                .map(StatusCode::code)
                .collect(Collectors.toSet());
    }

    @Test
    void every_code_to_see_also_exists() {
        assertThat(catalogue.entries())
                .allSatisfy(entry -> assertThat(entry.seeAlso())
                        .allSatisfy(code -> assertThat(catalogue.find(code)).isPresent())
                        .doesNotContain(entry.code()));
    }

    @Test
    void every_family_is_used() {
        assertThat(meanings().map(Meaning::family)).contains(Family.values());
    }

    private Family family(String code) {
        return catalogue.find(StatusCode.parse(code)).orElseThrow().meaning().family();
    }

    private Stream<Meaning> meanings() {
        return Stream.concat(catalogue.entries().stream(), Stream.of(catalogue.unknown()))
                .flatMap(entry -> Stream.concat(
                        Stream.of(entry.meaning()), entry.variants().stream().map(Variant::meaning)));
    }

    private static List<String> knownCodes() throws IOException {
        try (InputStream in = CatalogueContractTest.class.getResourceAsStream("known-codes.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
