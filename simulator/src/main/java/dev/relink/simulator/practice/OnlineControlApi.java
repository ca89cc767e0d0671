package dev.relink.simulator.practice;

import dev.relink.simulator.online.PracticeOnline;
import dev.relink.simulator.online.Profile;
import dev.relink.simulator.online.Realm;
import dev.relink.simulator.online.Trouble;
import dev.relink.simulator.online.Troubles;
import dev.relink.simulator.online.oauth.App;
import dev.relink.simulator.online.oauth.OAuth;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** QuickBooks Online's realms, apps, time and troubles as JSON, for tests and scripts. */
final class OnlineControlApi {
    private static final String ROOT = "/online/control";
    private static final String REALM = ROOT + "/realms/{realm}";

    private final PracticeRealms realms;
    private final PracticeOnline online;

    OnlineControlApi(PracticeRealms realms) {
        this.realms = realms;
        this.online = realms.online();
    }

    void addTo(RoutesConfig routes) {
        routes.get(ROOT, this::everything)
                .post(ROOT + "/clock", this::clock)
                .put(ROOT + "/apps/{app}", this::register)
                .get(
                        ROOT + "/terms",
                        ctx -> ControlApi.answer(ctx, online.oauth().terms()))
                .post(ROOT + "/terms", ctx -> update(ctx, online.oauth().terms()))
                .get(ROOT + "/meter", this::meter)
                .post(ROOT + "/meter", this::setMeter)
                .put(REALM, this::open)
                .get(REALM, this::summary)
                .post(REALM + "/start-over", this::startOver)
                .post(REALM + "/connect", this::connect)
                .post(REALM + "/disconnect", this::disconnect)
                .post(REALM + "/expire-access", this::expireAccess)
                .get(REALM + "/troubles", this::troubles)
                .post(REALM + "/troubles", this::setTroubles)
                .delete(REALM + "/troubles", this::clearTroubles);
        settings(routes);
        new OnlineRecordsApi(realms).addTo(routes);
        new OnlineWebhooksApi(realms).addTo(routes);
    }

    private void settings(RoutesConfig routes) {
        routes.get(REALM + "/switches", ctx -> ControlApi.answer(ctx, realm(ctx).switches()))
                .post(REALM + "/switches", ctx -> update(ctx, realm(ctx).switches()))
                .get(REALM + "/limits", ctx -> ControlApi.answer(ctx, realm(ctx).limits()))
                .post(REALM + "/limits", ctx -> update(ctx, realm(ctx).limits()))
                .get(
                        REALM + "/latencies",
                        ctx -> ControlApi.answer(ctx, realm(ctx).latencies()))
                .post(REALM + "/latencies", ctx -> update(ctx, realm(ctx).latencies()))
                .get(REALM + "/calls", this::calls)
                .delete(REALM + "/calls", this::forgetCalls);
    }

    private Realm realm(Context ctx) {
        return online.realm(ctx.pathParam("realm"));
    }

    private static void update(Context ctx, Object settings) {
        Json.update(settings, ctx.body());
        ControlApi.answer(ctx, settings);
    }

    private void everything(Context ctx) {
        var all = new LinkedHashMap<String, Object>();
        all.put("realms", online.realms().stream().map(this::shown).toList());
        all.put(
                "apps",
                online.oauth().apps().stream().map(OnlineControlApi::shown).toList());
        all.put("clockOffsetSeconds", online.clock().offset().toSeconds());
        ControlApi.answer(ctx, all);
    }

    private static Map<String, Object> shown(App app) {
        return Map.of("clientId", app.clientId(), "name", app.name(), "redirects", new TreeSet<>(app.redirects()));
    }

    private Map<String, Object> shown(Realm realm) {
        var counts = new LinkedHashMap<String, Integer>();
        realm.bookkeeper().counts().forEach((type, count) -> counts.put(type.path(), count));
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", realm.id());
        shown.put("name", realm.profile().name());
        shown.put("country", realm.profile().country());
        shown.put("currency", realm.profile().currency());
        shown.put("environment", realm.profile().production() ? "production" : "sandbox");
        shown.put("business", realms.business(realm));
        shown.put("counts", counts);
        shown.put(
                "connectedApps",
                online.oauth().connections(realm.id()).stream()
                        .filter(each -> !each.revoked())
                        .map(each -> each.app().clientId())
                        .toList());
        shown.put("calls", realm.calls().total());
        shown.put("throttled", realm.calls().throttled());
        return shown;
    }

    private void clock(Context ctx) {
        long by = ((Number) new Ask(Json.object(ctx.body())).fields().getOrDefault("forwardSeconds", 0)).longValue();
        online.clock().forward(Duration.ofSeconds(by));
        ControlApi.answer(
                ctx,
                Map.of(
                        "now",
                        online.clock().instant(),
                        "offsetSeconds",
                        online.clock().offset().toSeconds()));
    }

    private void register(Context ctx) {
        Ask ask = Ask.read(ctx.body());
        Set<String> redirects = ask.get("redirects") instanceof Collection<?> several
                ? several.stream().map(Object::toString).collect(Collectors.toSet())
                : Set.of();
        var app = new App(ctx.pathParam("app"), ask.text("secret"), ask.text("name", ctx.pathParam("app")), redirects);
        online.oauth().register(app);
        ControlApi.answer(ctx.status(HttpStatus.CREATED), shown(app));
    }

    private void meter(Context ctx) {
        var now = online.clock().instant();
        var reads = new LinkedHashMap<String, Long>();
        online.oauth()
                .apps()
                .forEach(app -> reads.put(app.clientId(), online.meter().count(app.clientId(), now)));
        ControlApi.answer(ctx, Map.of("monthlyReads", online.meter().monthlyReads, "reads", reads));
    }

    private void setMeter(Context ctx) {
        Json.update(online.meter(), ctx.body());
        meter(ctx);
    }

    private void open(Context ctx) {
        Ask ask = Ask.read(ctx.body());
        String id = ctx.pathParam("realm");
        var profile = new Profile(
                id,
                ask.text("name", id),
                ask.text("country", "US"),
                ask.text("currency", "USD"),
                ZoneId.of(ask.text("zone", "America/New_York")),
                ask.text("environment", "production").equals("production"));
        Realm realm = realms.open(profile, Business.of(ask.text("business", "none")));
        if (!ask.flag("limits", true)) {
            realm.limits().none();
        }
        realm.latencies().on = ask.flag("latencies", false);
        ControlApi.answer(ctx.status(HttpStatus.CREATED), shown(realm));
    }

    private void summary(Context ctx) {
        ControlApi.answer(ctx, shown(realm(ctx)));
    }

    private void startOver(Context ctx) {
        Realm realm = realm(ctx);
        String word =
                Ask.read(ctx.body()).text("business", realms.business(realm).name());
        ControlApi.answer(ctx, shown(realms.open(realm.profile(), Business.of(word))));
    }

    /** What the page of consent does, without a person: tokens at once. */
    private void connect(Context ctx) {
        OAuth oauth = online.oauth();
        Ask ask = Ask.read(ctx.body());
        String id = ask.text("app", PracticeOnline.APP.clientId());
        App app = oauth.apps().stream()
                .filter(each -> each.clientId().equals(id))
                .findFirst()
                .orElseThrow(() -> new Practice.NotThere("There is no app " + id));
        Set<String> scopes = Set.of(ask.text("scopes", OAuth.ACCOUNTING).split(" "));
        String code = oauth.consent(app, realm(ctx).id(), "", scopes, null);
        ControlApi.answer(ctx, oauth.exchange(app, code, "", ""));
    }

    private void disconnect(Context ctx) {
        String app = Ask.read(ctx.body()).text("app", PracticeOnline.APP.clientId());
        online.oauth().disconnect(realm(ctx).id(), app);
        ControlApi.answer(ctx, Map.of("disconnected", app));
    }

    private void expireAccess(Context ctx) {
        online.oauth().expireAccess(realm(ctx).id());
        ControlApi.answer(ctx, Map.of("expired", true));
    }

    private void troubles(Context ctx) {
        var on = new LinkedHashMap<String, Troubles.Setting>();
        realm(ctx).troubles().all().forEach((trouble, setting) -> on.put(trouble.word(), setting));
        ControlApi.answer(ctx, on);
    }

    private void setTroubles(Context ctx) {
        Realm realm = realm(ctx);
        Ask ask = Ask.read(ctx.body());
        ask.fields().forEach((word, wish) -> TroubleWish.of(word, wish).accept(realm.troubles()));
        troubles(ctx);
    }

    private void clearTroubles(Context ctx) {
        realm(ctx).troubles().clear();
        troubles(ctx);
    }

    private void calls(Context ctx) {
        ControlApi.answer(ctx, realm(ctx).calls().last());
    }

    private void forgetCalls(Context ctx) {
        realm(ctx).calls().clear();
        ctx.status(HttpStatus.NO_CONTENT);
    }

    /** For the page: every trouble by its word. */
    static Trouble trouble(String word) {
        return Trouble.of(word)
                .orElseThrow(() -> new IllegalArgumentException(word + " is no trouble; there are: "
                        + java.util.Arrays.stream(Trouble.values())
                                .map(Trouble::word)
                                .collect(Collectors.joining(", "))));
    }
}
