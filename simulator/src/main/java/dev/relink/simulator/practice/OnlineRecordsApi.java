package dev.relink.simulator.practice;

import dev.relink.simulator.online.Bookkeeper;
import dev.relink.simulator.online.Realm;
import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The acts of the person who works in QuickBooks Online, as JSON. */
final class OnlineRecordsApi {
    private static final String REALM = "/online/control/realms/{realm}";
    private static final int PAGE = 100;

    private final PracticeRealms realms;

    OnlineRecordsApi(PracticeRealms realms) {
        this.realms = realms;
    }

    void addTo(RoutesConfig routes) {
        routes.get(REALM + "/records/{type}", this::list)
                .post(REALM + "/records/{type}", this::enter)
                .get(REALM + "/records/{type}/{record}", this::read)
                .post(REALM + "/records/{type}/{record}", this::change)
                .delete(REALM + "/records/{type}/{record}", this::remove)
                .post(REALM + "/rename", ctx -> act(ctx, (who, type, id, ask) -> who.rename(type, id, ask.text("to"))))
                .post(REALM + "/active", ctx -> act(ctx, OnlineRecordsApi::active))
                .post(REALM + "/void", ctx -> act(ctx, (who, type, id, ask) -> who.makeVoid(type, id)))
                .post(REALM + "/save", ctx -> act(ctx, (who, type, id, ask) -> who.save(type, id)))
                .post(REALM + "/merge", this::merge)
                .post(REALM + "/deposit", this::deposit)
                .post(REALM + "/preferences", this::prefer)
                .post(REALM + "/closing-date", this::closingDate)
                .get(REALM + "/deleted", this::deleted)
                .get(REALM + "/ledger", this::ledger);
    }

    private Realm realm(Context ctx) {
        return realms.online().realm(ctx.pathParam("realm"));
    }

    private static EntityType type(String name) {
        return EntityType.of(name)
                .orElseThrow(
                        () -> new Practice.NotThere("There is no type " + name + ": customer, invoice, payment, ..."));
    }

    private Entity record(Context ctx) {
        return realm(ctx).bookkeeper().find(type(ctx.pathParam("type")), ctx.pathParam("record"));
    }

    /** Something done to one object. */
    private interface Act {
        Entity on(Bookkeeper bookkeeper, EntityType type, String id, Ask ask);
    }

    private void act(Context ctx, Act act) {
        Ask ask = Ask.read(ctx.body());
        EntityType type = type(ask.text("type"));
        Bookkeeper bookkeeper = realm(ctx).bookkeeper();
        Entity before = bookkeeper.find(type, ask.text("id"));
        show(ctx, act.on(bookkeeper, type, before.id(), ask));
    }

    private static Entity active(Bookkeeper bookkeeper, EntityType type, String id, Ask ask) {
        return bookkeeper.setActive(type, id, ask.flag("active", true));
    }

    private void show(Context ctx, Entity entity) {
        ControlApi.answer(ctx, realm(ctx).bookkeeper().read(entity.type(), entity.id()));
    }

    private void list(Context ctx) {
        Bookkeeper bookkeeper = realm(ctx).bookkeeper();
        EntityType type = type(ctx.pathParam("type"));
        String search =
                ctx.queryParamAsClass("q", String.class).getOrDefault("").toLowerCase(Locale.ROOT);
        List<Entity> found = bookkeeper.all(type).stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).contains(search))
                .toList();
        int offset = ctx.queryParamAsClass("offset", Integer.class).getOrDefault(0);
        int limit = ctx.queryParamAsClass("limit", Integer.class).getOrDefault(PAGE);
        List<ObjectNode> rows = found.stream()
                .skip(offset)
                .limit(limit)
                .map(each -> bookkeeper.read(type, each.id()))
                .toList();
        ControlApi.answer(ctx, Map.of("total", found.size(), "rows", rows));
    }

    private static ObjectNode body(Context ctx) {
        return dev.relink.simulator.online.books.Json.read(ctx.body()) instanceof ObjectNode object
                ? object
                : dev.relink.simulator.online.books.Json.object();
    }

    private void enter(Context ctx) {
        show(ctx.status(HttpStatus.CREATED), realm(ctx).bookkeeper().enter(type(ctx.pathParam("type")), body(ctx)));
    }

    private void read(Context ctx) {
        show(ctx, record(ctx));
    }

    private void change(Context ctx) {
        Entity before = record(ctx);
        show(ctx, realm(ctx).bookkeeper().change(before.type(), before.id(), body(ctx)));
    }

    private void remove(Context ctx) {
        Entity before = record(ctx);
        realm(ctx).bookkeeper().delete(before.type(), before.id());
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void merge(Context ctx) {
        Ask ask = Ask.read(ctx.body());
        EntityType type = type(ask.text("type"));
        Bookkeeper bookkeeper = realm(ctx).bookkeeper();
        String gone = bookkeeper.find(type, ask.text("gone")).id();
        show(
                ctx,
                bookkeeper.merge(
                        type, gone, bookkeeper.find(type, ask.text("kept")).id()));
    }

    private void deposit(Context ctx) {
        Ask ask = Ask.read(ctx.body());
        List<String> payments = ask.get("payments") instanceof Collection<?> several
                ? several.stream().map(Object::toString).toList()
                : List.of(ask.text("payments"));
        Bookkeeper bookkeeper = realm(ctx).bookkeeper();
        String account = bookkeeper
                .find(EntityType.ACCOUNT, ask.text("account", "Checking"))
                .id();
        show(ctx, bookkeeper.deposit(account, payments));
    }

    private void prefer(Context ctx) {
        ControlApi.answer(ctx, realm(ctx).bookkeeper().prefer(body(ctx)));
    }

    private void closingDate(Context ctx) {
        ControlApi.answer(ctx, closeBooks(realm(ctx), Ask.read(ctx.body()).text("date", "")));
    }

    /** Closes the books up to a day, or opens them when it is {@code ""}. */
    static ObjectNode closeBooks(Realm realm, String date) {
        ObjectNode groups = dev.relink.simulator.online.books.Json.object();
        groups.putObject("AccountingInfoPrefs").put("BookCloseDate", date.isEmpty() ? null : date);
        return realm.bookkeeper().prefer(groups);
    }

    private void deleted(Context ctx) {
        ControlApi.answer(ctx, realm(ctx).bookkeeper().deleted());
    }

    private void ledger(Context ctx) {
        ControlApi.answer(ctx, OnlineLedger.of(realm(ctx).bookkeeper()));
    }
}
