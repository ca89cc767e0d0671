package dev.relink.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

class PortTakenTest {

    @Test
    void the_first_analysis_of_a_taken_port_is_one_sentence_of_ours() {
        FailureAnalysis first = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, FailureHandler.handleMessage((name, needsBeans) -> {}))
                .stream()
                .sorted(AnnotationAwareOrderComparator.INSTANCE)
                .map(analyzer -> analyzer.analyze(new IllegalStateException(new PortInUseException(8080))))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        assertThat(first.getDescription())
                .isEqualTo(
                        "Port 8080 is taken by another program: stop it, or choose another with RELINK_PORT or --port N.");
    }
}
