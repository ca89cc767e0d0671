package dev.relink.simulator.practice;

import dev.relink.simulator.online.Realm;
import dev.relink.simulator.online.webhook.Form;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;

/** Where a realm's events go, as JSON. */
final class OnlineWebhooksApi {
    private static final String PLACE = "/online/control/realms/{realm}/webhooks";

    private final PracticeRealms realms;

    OnlineWebhooksApi(PracticeRealms realms) {
        this.realms = realms;
    }

    void addTo(RoutesConfig routes) {
        routes.get(PLACE, this::show)
                .post(PLACE, this::subscribe)
                .delete(PLACE, this::unsubscribe)
                .post(PLACE + "/deliver", this::deliver)
                .post(PLACE + "/settings", this::settings);
    }

    private Realm realm(Context ctx) {
        return realms.online().realm(ctx.pathParam("realm"));
    }

    private void show(Context ctx) {
        var webhooks = realm(ctx).webhooks();
        ControlApi.answer(
                ctx, webhooks.subscriptions().stream().map(webhooks::state).toList());
    }

    private void subscribe(Context ctx) {
        Ask ask = Ask.read(ctx.body());
        realm(ctx)
                .webhooks()
                .subscribe(
                        URI.create(ask.text("url")),
                        ask.text("verifierToken"),
                        Form.of(ask.text("form", "cloudevents")));
        show(ctx.status(HttpStatus.CREATED));
    }

    private void unsubscribe(Context ctx) {
        realm(ctx).webhooks().unsubscribe(URI.create(Ask.read(ctx.body()).text("url")));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void deliver(Context ctx) {
        realm(ctx).deliverNow();
        show(ctx);
    }

    private void settings(Context ctx) {
        Json.update(realm(ctx).webhooks(), ctx.body());
        show(ctx);
    }
}
