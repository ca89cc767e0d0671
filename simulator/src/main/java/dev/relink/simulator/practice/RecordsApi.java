package dev.relink.simulator.practice;

import dev.relink.simulator.desktop.Bookkeeper;
import dev.relink.simulator.desktop.books.Feature;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.function.BiConsumer;

/** The acts of the person at the keyboard, as JSON. */
final class RecordsApi {
    private final Practice practice;

    RecordsApi(Practice practice) {
        this.practice = practice;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/control/{file}/rename", ctx -> act(ctx, this::rename))
                .post("/control/{file}/merge", ctx -> act(ctx, this::merge))
                .post("/control/{file}/open", ctx -> act(ctx, this::open))
                .post("/control/{file}/close", ctx -> act(ctx, this::close))
                .post("/control/{file}/change", ctx -> act(ctx, this::change))
                .post("/control/{file}/active", ctx -> act(ctx, this::setActive))
                .post("/control/{file}/delete", ctx -> act(ctx, this::delete))
                .post("/control/{file}/void", ctx -> act(ctx, this::voidIt))
                .post("/control/{file}/deposit", ctx -> act(ctx, this::deposit))
                .post("/control/{file}/enter", ctx -> act(ctx, this::enter))
                .post("/control/{file}/disturb", ctx -> act(ctx, this::disturb))
                .post("/control/{file}/features", ctx -> act(ctx, this::features))
                .post("/control/{file}/rights", ctx -> act(ctx, this::rights))
                .post("/control/{file}/closing-date", ctx -> act(ctx, this::closingDate))
                .get("/control/{file}/deleted", this::deleted)
                .get("/control/{file}/{list}", this::list)
                .post("/control/{file}/{list}", this::add)
                .get("/control/{file}/{list}/{record}", this::read)
                .delete("/control/{file}/{list}/{record}", this::remove);
    }

    /** Something to do in a company file as the request asks; gives back what to answer. */
    private interface Act {
        Object on(PracticeFile file, Ask ask);
    }

    private void act(Context ctx, Act act) {
        PracticeFile file = file(ctx);
        Object answer = act.on(file, Ask.read(ctx.body()));
        practice.keep(file);
        ControlApi.answer(ctx, answer);
    }

    private PracticeFile file(Context ctx) {
        return practice.file(ctx.pathParam("file"));
    }

    /** {@code {"id": ...}}, or {@code {"name": ..., "list": "customers"}}. */
    private static String record(PracticeFile file, Ask ask, String field) {
        String idOrName = ask.text(field, field.equals("id") ? ask.text("name", "") : "");
        if (idOrName.isEmpty()) {
            throw new IllegalArgumentException("“" + field + "” or “name” is missing");
        }
        return Records.id(file.bookkeeper(), Menu.of(ask.text("list", "customers")), idOrName);
    }

    private static Map<String, String> did(String id) {
        return Map.of("id", id);
    }

    private static Object done(PracticeFile file, Ask ask, String note, BiConsumer<Bookkeeper, String> act) {
        String id = record(file, ask, "id");
        file.act(id, note, bookkeeper -> {
            act.accept(bookkeeper, id);
            return id;
        });
        return did(id);
    }

    private Object rename(PracticeFile file, Ask ask) {
        String id = record(file, ask, "id");
        return file.act(id, "Renamed here", bookkeeper -> bookkeeper.rename(id, ask.text("to")));
    }

    private Object merge(PracticeFile file, Ask ask) {
        String gone = record(file, ask, "gone");
        String kept = record(file, ask, "kept");
        String name = Records.name(file.bookkeeper(), gone);
        return file.act(kept, name + " merged into it", bookkeeper -> {
            bookkeeper.merge(gone, kept);
            return did(kept);
        });
    }

    private Object open(PracticeFile file, Ask ask) {
        return done(file, ask, "", Bookkeeper::open);
    }

    private Object close(PracticeFile file, Ask ask) {
        return done(file, ask, "", Bookkeeper::close);
    }

    private Object change(PracticeFile file, Ask ask) {
        String field = ask.text("field");
        return done(
                file,
                ask,
                field + " changed here",
                (bookkeeper, id) -> bookkeeper.change(id, field, ask.text("value")));
    }

    private Object setActive(PracticeFile file, Ask ask) {
        boolean active = ask.flag("active", true);
        return done(
                file,
                ask,
                active ? "Made active here" : "Made inactive here",
                (bookkeeper, id) -> bookkeeper.setActive(id, active));
    }

    private Object delete(PracticeFile file, Ask ask) {
        return done(file, ask, "", Bookkeeper::delete);
    }

    private Object voidIt(PracticeFile file, Ask ask) {
        return done(file, ask, "Voided here", Bookkeeper::voidTransaction);
    }

    private Object deposit(PracticeFile file, Ask ask) {
        return done(file, ask, "Put on a deposit", Bookkeeper::deposit);
    }

    private Object enter(PracticeFile file, Ask ask) {
        return did(file.bookkeeper().enter(ask.text("add")));
    }

    private Object disturb(PracticeFile file, Ask ask) {
        file.bookkeeper().disturb(ask.text("type"));
        return Map.of("disturbs", ask.text("type"));
    }

    private Object features(PracticeFile file, Ask ask) {
        for (String name : ask.fields().keySet()) {
            file.bookkeeper().setFeature(Feature.valueOf(name), ask.flag(name, false));
        }
        return file.bookkeeper().features();
    }

    private Object rights(PracticeFile file, Ask ask) {
        String type = ask.text("type");
        file.bookkeeper().permit(type, ask.flag("create", true), ask.flag("modify", true));
        return Map.of("type", type);
    }

    private Object closingDate(PracticeFile file, Ask ask) {
        String date = ask.text("date", "");
        file.closeBooks(date);
        return Map.of("closingDate", date);
    }

    private void deleted(Context ctx) {
        ControlApi.answer(ctx, Deleted.of(file(ctx).books()));
    }

    private void list(Context ctx) {
        Menu menu = Menu.of(ctx.pathParam("list"));
        String search = ctx.queryParamAsClass("q", String.class).getOrDefault("");
        int offset = ctx.queryParamAsClass("offset", Integer.class).getOrDefault(0);
        int limit = ctx.queryParamAsClass("limit", Integer.class).getOrDefault(500);
        Bookkeeper bookkeeper = file(ctx).bookkeeper();
        ControlApi.answer(
                ctx,
                menu.isTransactions()
                        ? bookkeeper.transactions(menu.type(), search, offset, limit)
                        : bookkeeper.list(menu.type(), search, offset, limit));
    }

    private void add(Context ctx) {
        Menu menu = Menu.of(ctx.pathParam("list"));
        if (menu.isTransactions()) {
            throw new IllegalArgumentException("a " + menu.one() + " is entered with POST …/enter");
        }
        PracticeFile file = file(ctx);
        Ask ask = Ask.read(ctx.body());
        String type = ask.text(
                "type", menu == Menu.ITEMS ? "ItemService" : menu == Menu.TERMS ? "StandardTerms" : menu.type());
        var fields = ask.rest("name");
        fields.remove("type");
        var row = file.bookkeeper().add(type, ask.text("name"), fields);
        file.doings().note(row.listId(), "Typed in here");
        practice.keep(file);
        ControlApi.answer(ctx.status(HttpStatus.CREATED), row);
    }

    private void read(Context ctx) {
        Bookkeeper bookkeeper = file(ctx).bookkeeper();
        String id = Records.id(bookkeeper, Menu.of(ctx.pathParam("list")), ctx.pathParam("record"));
        ControlApi.answer(ctx, Map.of("id", id, "fields", bookkeeper.fields(id), "qbxml", bookkeeper.qbxml(id)));
    }

    private void remove(Context ctx) {
        PracticeFile file = file(ctx);
        String id = Records.id(file.bookkeeper(), Menu.of(ctx.pathParam("list")), ctx.pathParam("record"));
        file.bookkeeper().delete(id);
        practice.keep(file);
        ctx.status(HttpStatus.NO_CONTENT);
    }
}
