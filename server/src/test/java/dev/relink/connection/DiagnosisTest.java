package dev.relink.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.catalogue.Catalogue;
import dev.relink.catalogue.CatalogueEntry;
import dev.relink.catalogue.Decoder;
import dev.relink.connector.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosisTest {

    private static final Instant NOW = Instant.parse("2026-11-25T14:20:00Z");
    private static final Catalogue CATALOGUE = Catalogue.load();

    private final Diagnosis diagnosis = new Diagnosis(new Decoder(CATALOGUE), Duration.ofHours(26));

    static Stream<String> hresults() {
        return CATALOGUE.entries().stream()
                .map(CatalogueEntry::code)
                .filter(code -> code.platform() == Platform.HRESULT)
                .map(Object::toString);
    }

    /** Whatever the Web Connector hands on in place of an answer is told as one trouble of the connection. */
    @ParameterizedTest
    @MethodSource("hresults")
    void every_hresult_is_one_short_sentence_on_a_leg(String code) {
        Trouble trouble = broken(code);

        assertThat(trouble.code()).isEqualTo(code);
        assertThat(trouble.leg()).isIn(Leg.QUICKBOOKS, Leg.COMPANY_FILE);
        assertThat(trouble.sentence(names())).isNotBlank().endsWith(".").doesNotContain("{", "}");
        assertThat(trouble.sentence(names()).length()).isLessThan(260);
        assertThat(trouble.guide(names()).fix()).isNotBlank().doesNotContain("{");
    }

    @ParameterizedTest
    @CsvSource({
        "hresult:0x80040408, QUICKBOOKS, could not start QuickBooks",
        "hresult:0x80040414, QUICKBOOKS, dialog",
        "hresult:0x8004042C, QUICKBOOKS, certificate",
        "hresult:0x8004040A, COMPANY_FILE, file"
    })
    void the_sentence_names_what_is_broken(String code, Leg leg, String words) {
        assertThat(broken(code).leg()).isEqualTo(leg);
        assertThat(broken(code).sentence(names())).contains(words);
    }

    @Test
    void what_worked_last_is_not_told() {
        assertThat(diagnosis.of(facts(null, null), NOW)).isEmpty();
    }

    private Trouble broken(String code) {
        return diagnosis.of(facts(code, NOW), NOW).orElseThrow();
    }

    private static Map<String, String> names() {
        return Map.of("company", "Acme Tree Care", "companyFile", "Acme.qbw");
    }

    private static LinkFacts facts(@Nullable String problem, @Nullable Instant problemAt) {
        return new LinkFacts(true, null, null, problem, "", problemAt, NOW, 0, null, null, NOW, null);
    }
}
