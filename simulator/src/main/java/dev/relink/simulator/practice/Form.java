package dev.relink.simulator.practice;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The form that a button of the page sent. */
record Form(Context ctx) {
    String act() {
        return ctx.pathParam("act");
    }

    String text(String name) {
        return Objects.requireNonNullElse(ctx.formParam(name), "");
    }

    boolean on() {
        return text("on").equals("true");
    }

    /** The fields of a record that were filled in; the others are the form's own. */
    Map<String, String> filledIn() {
        var filled = new LinkedHashMap<String, String>();
        ctx.formParamMap().forEach((name, values) -> {
            if (!List.of("back", "name", "list").contains(name)
                    && !values.getFirst().isBlank()) {
                filled.put(name, values.getFirst().strip());
            }
        });
        return filled;
    }
}
