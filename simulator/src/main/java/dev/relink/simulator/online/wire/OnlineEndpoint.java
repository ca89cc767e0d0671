package dev.relink.simulator.online.wire;

import dev.relink.simulator.online.CallLog;
import dev.relink.simulator.online.PracticeOnline;
import dev.relink.simulator.online.Realm;
import dev.relink.simulator.online.Trouble;
import dev.relink.simulator.online.books.Switches;
import dev.relink.simulator.online.oauth.Access;
import dev.relink.simulator.online.oauth.OAuth;
import dev.relink.simulator.online.request.Rendering;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The API over HTTP: {@code /online/v3/company/...} is production, {@code /online/sandbox/v3/company/...} the sandbox. First the
 * gateway looks at the caller, then the API at the call.
 */
public final class OnlineEndpoint {
    private static final String PRODUCTION = "/online/v3/company/{realm}/";
    private static final String SANDBOX = "/online/sandbox/v3/company/{realm}/";

    private final PracticeOnline online;

    public OnlineEndpoint(PracticeOnline online) {
        this.online = online;
    }

    public void addTo(RoutesConfig routes) {
        routes.get(PRODUCTION + "<rest>", ctx -> serve(ctx, true))
                .post(PRODUCTION + "<rest>", ctx -> serve(ctx, true))
                .get(SANDBOX + "<rest>", ctx -> serve(ctx, false))
                .post(SANDBOX + "<rest>", ctx -> serve(ctx, false));
    }

    private void serve(Context ctx, boolean production) throws IOException {
        String tid = "1-" + Long.toHexString(online.clock().instant().getEpochSecond()) + "-"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 24);
        ctx.header("intuit_tid", tid);
        long started = System.nanoTime();
        Access access = online.oauth().check(bearer(ctx));
        String app = access instanceof Access.Granted granted
                ? granted.connection().app().clientId()
                : "";
        Realm realm = online.has(ctx.pathParam("realm")) ? online.realm(ctx.pathParam("realm")) : null;
        Request request = request(ctx, app);
        Outcome outcome = gateway(access, realm, production, request);
        if (realm != null) {
            note(realm, ctx, request, tid, outcome);
        }
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        Sender.send(ctx, realm == null ? new Switches() : realm.switches(), outcome, took);
    }

    private static String bearer(Context ctx) {
        String header = Objects.requireNonNullElse(ctx.header("Authorization"), "");
        return header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? header.substring(7).strip()
                : "";
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who calls, and may they call here, and not too often? */
    private Outcome gateway(Access access, @Nullable Realm realm, boolean production, Request request) {
        Instant now = online.clock().instant();
        if (realm != null && realm.troubles().strikes(Trouble.UNAVAILABLE)) {
            return Gateway.down();
        }
        if (realm != null && realm.troubles().isOn(Trouble.FORBIDDEN)) {
            return Gateway.wrongRealm(now);
        }
        if (!(access instanceof Access.Granted granted)) {
            return Gateway.unauthenticated(((Access.Denied) access).detail(), now);
        }
        if (realm == null || !granted.connection().realmId().equals(realm.id())) {
            return Gateway.wrongRealm(now);
        }
        if (!granted.connection().scopes().contains(OAuth.ACCOUNTING)) {
            return Gateway.noScope(now);
        }
        if (realm.profile().production() != production) {
            return Gateway.wrongCluster(
                    Rendering.millisecond(now, realm.profile().zone()));
        }
        return limited(realm, request, now);
    }

    private Outcome limited(Realm realm, Request request, Instant now) {
        boolean read = !request.isPost() || request.path().equals(List.of("query"));
        boolean tooMany = (read && online.meter().isUsedUp(request.app(), now))
                || realm.troubles().strikes(Trouble.THROTTLED)
                || !realm.limits().enter(request.app(), request.isBatch(), now);
        if (tooMany) {
            return Gateway.throttled(now);
        }
        try {
            Outcome outcome = waited(realm, done(realm, request));
            if (read && outcome.code().isEmpty()) {
                online.meter().note(request.app(), now);
            }
            return outcome;
        } finally {
            realm.limits().leave(request.app());
        }
    }

    /** Takes the time that the work takes; after the longest that the gateway waits it gives up, and the work was done. */
    private static Outcome waited(Realm realm, Outcome outcome) {
        long millis = outcome.millis() + realm.troubles().take(Trouble.SLOW).orElse(0L);
        long longest = realm.switches().serverTimeoutMillis;
        pause(Math.min(millis, longest));
        return millis >= longest ? Gateway.timedOut(realm.now()) : outcome.lasting(millis);
    }

    private static Outcome done(Realm realm, Request request) {
        var api = new Api(realm);
        if (realm.troubles().strikes(Trouble.RESET_BEFORE)) {
            return api.failure().ending(Outcome.Ending.RESET);
        }
        if (realm.troubles().strikes(Trouble.SERVER_ERROR)) {
            return api.failure();
        }
        return realm.troubles().isOn(Trouble.COMPANY_RESET) ? api.reset() : api.handle(request);
    }

    private static Request request(Context ctx, String app) {
        Map<String, String> parameters = new LinkedHashMap<>();
        ctx.queryParamMap().forEach((name, values) -> parameters.put(name, values.getFirst()));
        String type = Objects.requireNonNullElse(ctx.contentType(), "").toLowerCase(Locale.ROOT);
        List<String> path = Arrays.stream(ctx.pathParam("rest").split("/"))
                .filter(word -> !word.isEmpty())
                .toList();
        return new Request(ctx.method().name(), path, parameters, type, body(ctx), app);
    }

    private static byte[] body(Context ctx) {
        byte[] body = ctx.bodyAsBytes();
        boolean zipped = body.length > 0 && "gzip".equalsIgnoreCase(ctx.header("Content-Encoding"));
        if (!zipped) {
            return body;
        }
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return unzipped.readAllBytes();
        } catch (IOException e) {
            throw new IllegalArgumentException("the body is not gzip, as its Content-Encoding says", e);
        }
    }

    private static void note(Realm realm, Context ctx, Request request, String tid, Outcome outcome) {
        String query = Objects.requireNonNullElse(ctx.queryString(), "");
        String path = String.join("/", request.path()) + (query.isEmpty() ? "" : "?" + query);
        boolean answered = outcome.ending() == Outcome.Ending.WHOLE || outcome.ending() == Outcome.Ending.HALF;
        realm.calls()
                .note(new CallLog.Call(
                        realm.now(),
                        request.app(),
                        request.method(),
                        path,
                        request.requestId(),
                        tid,
                        answered ? outcome.status() : 0,
                        outcome.code(),
                        outcome.millis(),
                        outcome.replayed()));
    }
}
