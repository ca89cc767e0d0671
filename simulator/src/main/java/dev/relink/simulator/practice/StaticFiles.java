package dev.relink.simulator.practice;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The three files beside the pages, and no other. */
final class StaticFiles {
    private static final Map<String, String> PLACES = Map.of(
            "tabler.min.css", "/META-INF/resources/webjars/tabler__core/1.4.0/dist/css/tabler.min.css",
            "practice.css", "/static/practice.css",
            "practice.js", "/static/practice.js");

    void addTo(RoutesConfig routes) {
        routes.get("/static/{name}", this::serve);
    }

    private void serve(Context ctx) {
        String name = ctx.pathParam("name");
        String place = PLACES.get(name);
        if (place == null) {
            throw new Practice.NotThere("There is no file " + name);
        }
        ctx.contentType(name.endsWith(".js") ? "text/javascript; charset=utf-8" : "text/css; charset=utf-8");
        ctx.header("Cache-Control", name.startsWith("tabler") ? "max-age=86400" : "no-cache");
        ctx.result(read(place));
    }

    private static byte[] read(String place) {
        try (InputStream file = StaticFiles.class.getResourceAsStream(place)) {
            if (file == null) {
                throw new IllegalStateException(place + " is not on the class path");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
