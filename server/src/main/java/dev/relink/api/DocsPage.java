package dev.relink.api;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OpenAPI as a page: every call with its role, its parameters and its answers. No script, nothing from elsewhere. */
final class DocsPage {

    private DocsPage() {}

    static String of(byte[] openApi) {
        JsonNode api = JsonMapper.shared().readTree(openApi);
        String calls = api.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(call -> call(path.getKey(), call.getKey(), call.getValue())))
                .collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Relink: the JSON interface</title></head>
                <body>
                <h1>Relink: the JSON interface</h1>
                <p>%s Programs read <a href="/api/v1/openapi.json">openapi.json</a>.</p>
                %s
                </body>
                </html>
                """.formatted(escaped(api.at("/info/description").asString()), calls);
    }

    private static String call(String path, String method, JsonNode call) {
        return """
                <section>
                <h2><code>%s %s</code></h2>
                <p>%s. Role: %s.</p>
                <dl>
                %s%s%s</dl>
                </section>""".formatted(
                        method.toUpperCase(Locale.ROOT),
                        escaped(path),
                        escaped(call.path("summary").asString()),
                        escaped(call.path("x-role").asString()),
                        parameters(call),
                        body(call),
                        answers(call));
    }

    private static String parameters(JsonNode call) {
        return call.path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString("").equals("query"))
                .map(parameter -> entry(
                        "?" + parameter.path("name").asString(),
                        parameter.path("description").asString("")))
                .collect(Collectors.joining());
    }

    private static String body(JsonNode call) {
        return call.at("/requestBody/content")
                .propertyStream()
                .map(content -> entry(
                        "Body, " + content.getKey(), fields(content.getValue().path("schema"))))
                .collect(Collectors.joining());
    }

    private static String fields(JsonNode schema) {
        return schema.has("properties")
                ? schema.get("properties")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(", "))
                : schema.path("description").asString("");
    }

    private static String answers(JsonNode call) {
        return call.path("responses")
                .propertyStream()
                .filter(answer -> !answer.getKey().equals("default"))
                .map(answer -> entry(
                        answer.getKey(), answer.getValue().path("description").asString("")))
                .collect(Collectors.joining());
    }

    private static String entry(String term, String told) {
        return "<dt><code>%s</code></dt><dd>%s</dd>\n".formatted(escaped(term), escaped(told));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
