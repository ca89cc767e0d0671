package dev.relink.api;

import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of this interface: OpenAPI for programs, a plain page for people. */
@RestController
class DocsRoutes {

    private final byte[] openApi = read();
    private final String page = DocsPage.of(openApi);

    private static byte[] read() {
        try (InputStream file = DocsRoutes.class.getResourceAsStream("/api/openapi.json")) {
            return Objects.requireNonNull(file, "api/openapi.json is missing from the jar")
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Requires(Right.NONE)
    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] openApi() {
        return openApi.clone();
    }

    @Requires(Right.NONE)
    @GetMapping(path = "/api/docs", produces = "text/html;charset=UTF-8")
    String page() {
        return page;
    }
}
