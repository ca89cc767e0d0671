package dev.relink.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QbxmlVersionTest {

    @Test
    void the_highest_that_both_speak_is_used() {
        assertThat(QbxmlVersion.highest(List.of("1.0", "9.0", "12.0", "16.0"))).isEqualTo("12.0");
        assertThat(QbxmlVersion.highest(List.of("13.0", "14.0", "10.0"))).isEqualTo("13.0");
    }

    @Test
    void a_country_before_the_number_is_kept() {
        assertThat(QbxmlVersion.highest(List.of("CA2.0", "CA3.0"))).isEqualTo("CA3.0");
        assertThat(QbxmlVersion.highest(List.of("UK2.0", " UK1.1 "))).isEqualTo("UK2.0");
        assertThat(QbxmlVersion.highest(List.of("CA3.0", "6.0"))).isEqualTo("6.0");
        assertThat(QbxmlVersion.highest(List.of("CA3.0", "3.0")))
                .as("the plain one counts")
                .isEqualTo("3.0");
    }

    @Test
    void what_is_no_version_is_passed_over() {
        assertThat(QbxmlVersion.highest(List.of("", "x", "1", "1.0.0", "-2.0", "CAN3.0", "2.1")))
                .isEqualTo("2.1");
        assertThat(QbxmlVersion.highest(List.of())).isEqualTo("13.0");
    }

    @Test
    void it_is_what_the_requests_say_and_younger_fields_are_left_out() {
        try (var bench = new Bench()) {
            bench.jdbc.sql("update connection set qbxml_version = 'CA3.0'").update();
            bench.tellsItsBooks = false;
            bench.run();
            assertThat(bench.sent.getFirst()).contains("<?qbxml version=\"CA3.0\"?>");
        }
    }
}
