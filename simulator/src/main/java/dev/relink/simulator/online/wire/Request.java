package dev.relink.simulator.online.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A call of the API, whatever it came over.
 *
 * @param path the words after the realm
 * @param body as it came, unzipped
 */
record Request(
        String method, List<String> path, Map<String, String> parameters, String contentType, byte[] body, String app) {

    String parameter(String name) {
        return Objects.requireNonNullElse(parameters.get(name), "");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean isPost() {
        return method.equals("POST");
    }

    boolean isBatch() {
        return isPost() && path.equals(List.of("batch"));
    }

    String requestId() {
        return parameter("requestid");
    }
}
