package dev.relink.simulator.online.wire;

import dev.relink.simulator.online.books.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The faults of what stands before the API, in their own envelope. */
final class Gateway {
    private Gateway() {}

    static Outcome unauthenticated(String detail, Instant now) {
        return fault("AuthenticationFailed", 3200, 401, "AUTHENTICATION", detail, now);
    }

    static Outcome wrongRealm(Instant now) {
        return fault("ApplicationAuthorizationFailed", 3100, 403, "SERVICE", null, now);
    }

    static Outcome noScope(Instant now) {
        return fault(
                "AuthorizationFailed", 3100, 403, "SERVICE", "The access token does not have sufficient scope", now);
    }

    static Outcome throttled(Instant now) {
        return fault("ThrottleExceeded", 3001, 429, "SERVICE", "The request limit was reached.  Try again later", now);
    }

    static Outcome timedOut(Instant now) {
        return fault("GatewayTimeout", 6002, 504, "SERVICE", null, now);
    }

    /** A sandbox company was looked for in production, or the reverse. */
    static Outcome wrongCluster(String time) {
        ObjectNode body = Json.object();
        ObjectNode fault = body.putObject("Fault");
        fault.putArray("Error")
                .addObject()
                .put("Message", "Accessing Wrong Cluster")
                .put("Detail", "WrongClusterError: -11017-You have accessed the wrong server")
                .put("code", "130");
        fault.put("type", "AuthenticationFault");
        return Outcome.gateway(401, Json.write(body.put("time", time)), "130");
    }

    static Outcome down() {
        return Outcome.gateway(503, "<html><body><h1>503 Service Unavailable</h1></body></html>", "503");
    }

    private static Outcome fault(String word, int code, int status, String type, @Nullable String detail, Instant now) {
        ObjectNode body = Json.object();
        body.putNull("warnings").putNull("intuitObject");
        ObjectNode fault = body.putObject("fault");
        fault.putArray("error")
                .addObject()
                .put("message", "message=%s; errorCode=%06d; statusCode=%d".formatted(word, code, status))
                .put("detail", detail)
                .put("code", String.valueOf(code))
                .putNull("element");
        fault.put("type", type);
        body.putNull("report").putNull("queryResponse");
        List.of("batchItemResponse", "attachableResponse").forEach(body::putArray);
        body.putNull("syncErrorResponse")
                .putNull("requestId")
                .put("time", now.toEpochMilli())
                .putNull("status");
        body.putArray("cdcresponse");
        return Outcome.gateway(status, Json.write(body), String.valueOf(code));
    }
}
