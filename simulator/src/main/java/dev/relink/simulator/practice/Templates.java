package dev.relink.simulator.practice;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Map;

/** The pages' templates, turned into classes by the build. */
final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "dev.relink.simulator.pages");

    void show(Context ctx, String template, Map<String, Object> parameters) {
        var html = new StringOutput();
        engine.render(template, parameters, html);
        ctx.html(html.toString());
    }
}
