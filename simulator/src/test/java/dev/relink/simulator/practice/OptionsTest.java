package dev.relink.simulator.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void without_options_it_listens_on_8090_of_this_machine_and_keeps_nothing() {
        assertThat(Options.of())
                .isEqualTo(new Options(
                        "localhost", 8090, URI.create("http://localhost:8080"), null, false, Business.WHOLE));
    }

    @Test
    void every_option_is_heard() {
        assertThat(Options.of(
                        "--port",
                        "0",
                        "--host",
                        "0.0.0.0",
                        "--relink",
                        "http://r:1",
                        "--data",
                        "d",
                        "--fresh",
                        "--business",
                        "lists"))
                .isEqualTo(new Options("0.0.0.0", 0, URI.create("http://r:1"), Path.of("d"), true, Business.LISTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--port x", "--port 70000", "--colour red", "--business circus"})
    void a_wrong_option_is_named(String words) {
        assertThatThrownBy(() -> Options.of(words.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words.split(" ")[words.contains("circus") ? 1 : 0]);
    }
}
