package dev.relink.simulator.online.wire;

import dev.relink.simulator.online.books.Switches;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Sends what came of a call, in the form that was asked for, whole or broken. */
final class Sender {
    private Sender() {}

    static void send(Context ctx, Switches switches, Outcome outcome, long millis) throws IOException {
        switch (outcome.ending()) {
            case CUT -> Line.cut(ctx);
            case RESET -> Line.reset(ctx);
            case HALF -> Line.half(ctx, outcome.json().getBytes(StandardCharsets.UTF_8));
            case WHOLE -> whole(ctx, switches, outcome, millis);
        }
    }

    private static void whole(Context ctx, Switches switches, Outcome outcome, long millis) {
        ctx.status(outcome.status());
        headers(ctx, switches, outcome, millis);
        if (outcome.json().startsWith("<")) {
            ctx.contentType("text/html").result(outcome.json());
        } else if (inXml(ctx, switches, outcome)) {
            ctx.contentType("application/xml;charset=utf-8").result(XmlWriter.write(outcome.json()));
        } else {
            ctx.contentType(outcome.status() == 200 ? "application/json;charset=utf-8" : "application/json")
                    .result(outcome.json());
        }
    }

    private static void headers(Context ctx, Switches switches, Outcome outcome, long millis) {
        if (outcome.status() == 200) {
            ctx.header("QBO-Version", "1994.75");
            ctx.header("Service-Time", "total=%d, db=%d".formatted(millis, millis / 2));
        }
        if (outcome.status() == 429 && switches.retryAfter > 0) {
            ctx.header("Retry-After", String.valueOf(switches.retryAfter));
        }
    }

    private static boolean inXml(Context ctx, Switches switches, Outcome outcome) {
        String accept = Objects.requireNonNullElse(ctx.header("Accept"), "");
        if (outcome.gateway() && switches.gatewayInXml) {
            return true;
        }
        return !accept.contains("json") && (accept.contains("xml") || switches.xmlByDefault);
    }
}
