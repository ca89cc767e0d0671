package dev.relink.simulator.practice;

import dev.relink.simulator.desktop.Refused;
import dev.relink.simulator.desktop.RequestRefused;
import dev.relink.simulator.online.Bookkeeper;
import dev.relink.simulator.online.Profile;
import dev.relink.simulator.online.request.Refusal;
import dev.relink.simulator.online.wire.OAuthEndpoint;
import dev.relink.simulator.online.wire.OnlineEndpoint;
import dev.relink.simulator.webconnector.Qwc;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** Practice QuickBooks over HTTP: Desktop and Online, with their pages and control APIs. Tests start it inside themselves on a free port. */
public final class PracticeServer implements AutoCloseable {
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Javalin javalin;
    private final Schedule schedule;
    private final PracticeRealms realms;

    private PracticeServer(Javalin javalin, Schedule schedule, PracticeRealms realms) {
        this.javalin = javalin;
        this.schedule = schedule;
        this.realms = realms;
    }

    /** A server on a free port of this machine, with one company file {@code acme} that is kept nowhere. */
    public static PracticeServer start(Business business) {
        return start(new Options("localhost", 0, URI.create("http://localhost:8080"), null, false, business));
    }

    static PracticeServer start(Options options) {
        var practice = new Practice(options.folder());
        if (!options.fresh()) {
            practice.bringBack();
        }
        if (!practice.has("acme")) {
            practice.create("acme", "Acme Tree Care", options.business());
        }
        var schedule = new Schedule(practice);
        var realms = new PracticeRealms(options.folder()).begin(options.fresh());
        if (!realms.online().has(PracticeRealms.FIRST)) {
            realms.open(Profile.american(PracticeRealms.FIRST, "Cedar Valley Arborists"), options.business());
        }
        Javalin javalin = Javalin.create(config -> configure(config, practice, schedule, realms, options.relink()))
                .start(options.host(), options.port());
        return new PracticeServer(javalin, schedule, realms);
    }

    private static void configure(
            JavalinConfig config, Practice practice, Schedule schedule, PracticeRealms realms, URI relink) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        RoutesConfig routes = config.routes;
        routes.before(PracticeServer::guard);
        new StaticFiles().addTo(routes);
        new ControlApi(practice, schedule).addTo(routes);
        var frames = new Frames(practice, realms, relink);
        var templates = new Templates();
        new DesktopRoutes(practice, schedule, new DesktopPages(schedule, frames), templates).addTo(routes);
        new OnlineRoutes(realms, new OnlinePages(realms, frames), templates).addTo(routes);
        new ConsentRoutes(realms.online(), frames, templates).addTo(routes);
        new OnlineEndpoint(realms.online()).addTo(routes);
        new OAuthEndpoint(realms.online()).addTo(routes);
        new OnlineControlApi(realms).addTo(routes);
        exceptions(routes);
    }

    /** No sign-in guards this server, so at least no other site may press its buttons. */
    private static void guard(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "no-referrer");
        boolean reads = ctx.method().name().equals("GET") || ctx.method().name().equals("HEAD");
        if (!reads && "cross-site".equals(ctx.header("Sec-Fetch-Site"))) {
            throw new ForbiddenResponse("Another site pressed this button");
        }
    }

    private static void exceptions(RoutesConfig routes) {
        routes.exception(Practice.NotThere.class, (e, ctx) -> problem(ctx, HttpStatus.NOT_FOUND, e));
        routes.exception(Bookkeeper.NotThere.class, (e, ctx) -> problem(ctx, HttpStatus.NOT_FOUND, e));
        routes.exception(Refusal.class, (e, ctx) -> problem(ctx, HttpStatus.CONFLICT, e));
        routes.exception(Refused.class, (e, ctx) -> problem(ctx, HttpStatus.CONFLICT, e));
        routes.exception(PracticeFile.NothingAdded.class, (e, ctx) -> problem(ctx, HttpStatus.CONFLICT, e));
        routes.exception(RequestRefused.class, (e, ctx) -> problem(ctx, HttpStatus.UNPROCESSABLE_CONTENT, e));
        routes.exception(Qwc.BadQwc.class, (e, ctx) -> problem(ctx, HttpStatus.BAD_REQUEST, e));
        routes.exception(IllegalArgumentException.class, (e, ctx) -> problem(ctx, HttpStatus.BAD_REQUEST, e));
        routes.exception(JacksonException.class, (e, ctx) -> problem(ctx, HttpStatus.BAD_REQUEST, e));
    }

    private static void problem(Context ctx, HttpStatus status, Exception e) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", status.getMessage());
        problem.put("status", status.getCode());
        problem.put("detail", String.valueOf(e.getMessage()));
        if (e instanceof RequestRefused refused) {
            problem.put("hresult", refused.hresult());
        }
        ctx.status(status)
                .contentType("application/problem+json; charset=utf-8")
                .result(Json.write(problem));
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        schedule.close();
        javalin.stop();
        realms.close();
    }
}
