package dev.relink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import dev.relink.company.CompanyId;
import dev.relink.syncerror.SyncErrors;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnknownCodesVerbTest {

    private final BrokenLinks ash = new BrokenLinks("ash");
    private final Terminal terminal = ash.terminal;

    @BeforeEach
    void quickbooks_says_something_new() {
        String message = "The gadget \"Hollis, Margaret\" (80000A3F-1715099460) is too blue.";
        RunningRelink.shared()
                .bean(SyncErrors.class)
                .unknown(
                        new CompanyId(ash.company),
                        List.of("desktop:4712"),
                        List.of(message),
                        Instant.parse("2026-11-25T09:00:00Z"));
    }

    @Test
    void a_table_tells_what_quickbooks_said() {
        var said = terminal.does("unknown-codes").out();
        assertThat(said).contains("CODE", "TIMES", "desktop:4712", "Hollis", "2026-11-25");
        List<String> ofOurs = said.lines()
                .dropWhile(line -> !line.startsWith("desktop:4712"))
                .takeWhile(line -> line.startsWith("desktop:4712") || line.startsWith(" "))
                .toList();
        assertThat(ofOurs)
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(
                                Text.WIDTH)); // other tests have codes of their own, with longer words
    }

    @Test
    void a_report_names_nobody() {
        assertThat(terminal.does("unknown-codes", "--report").out())
                .contains("desktop:4712", "The gadget", "is too blue")
                .doesNotContain("Hollis", "80000A3F");
    }

    @Test
    void json_is_for_programs() {
        assertThat(terminal.does("unknown-codes", "--json").json().at("/items").valueStream())
                .anySatisfy(item -> {
                    assertThat(item.at("/code").asString()).isEqualTo("desktop:4712");
                    assertThat(item.at("/times").asLong()).isPositive();
                    assertThat(item.at("/report").asString()).doesNotContain("Hollis");
                });
    }

    @Test
    void who_administers_nothing_is_refused_in_words() {
        assertThat(terminal.with("RELINK_API_TOKEN", "relink_nothing")
                        .run("unknown-codes")
                        .err())
                .isNotBlank();
    }
}
