package dev.relink.simulator.webconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QwcTest {
    private static final String FILE = """
            <?xml version="1.0"?><QBWCXML><AppName>Relink</AppName><AppURL>https://relink.example/qbwc</AppURL>\
            <UserName>acme</UserName><OwnerID>{1}</OwnerID><FileID>{2}</FileID><QBType>QBFS</QBType>\
            <Scheduler><RunEveryNMinutes>15</RunEveryNMinutes></Scheduler></QBWCXML>""";

    @Test
    void a_file_introduces_its_application() {
        assertThat(Qwc.read(FILE))
                .isEqualTo(new Qwc(
                        "Relink",
                        URI.create("https://relink.example/qbwc"),
                        "acme",
                        "{1}",
                        "{2}",
                        Duration.ofMinutes(15),
                        false));
    }

    @Test
    void seconds_mean_seconds_and_no_schedule_means_by_hand() {
        assertThat(Qwc.read(FILE.replace("NMinutes", "NSeconds")).every()).isEqualTo(Duration.ofSeconds(15));
        assertThat(Qwc.read(FILE.replace("Scheduler", "Other").replace("RunEveryNMinutes", "X"))
                        .every())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "<UserName>acme</UserName>, '', QBWC1039",
        "https://relink.example, http://relink.example, QBWC1010",
        "https://relink.example, https://10.0.0.8, QBWC1001",
        "QBFS, QBPOS, QBFS",
        ">15<, >soon<, RunEveryNMinutes",
        "</QBWCXML>, '', well-formed"
    })
    void a_file_that_the_real_one_would_refuse_is_refused(String part, String instead, String reason) {
        assertThatThrownBy(() -> Qwc.read(FILE.replace(part, instead)))
                .isInstanceOf(Qwc.BadQwc.class)
                .hasMessageContaining(reason);
    }

    @Test
    void a_document_type_is_refused() {
        String evil = FILE.replace("<QBWCXML>", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><QBWCXML>&x;");
        assertThatThrownBy(() -> Qwc.read(evil)).isInstanceOf(Qwc.BadQwc.class);
    }
}
