package dev.relink.simulator.practice;

import dev.relink.simulator.online.Bookkeeper;
import dev.relink.simulator.online.Realm;
import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Json;
import dev.relink.simulator.online.request.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The pages of a realm: what they show and what their buttons do. */
final class OnlineRoutes {
    private final PracticeRealms realms;
    private final OnlinePages pages;
    private final Templates templates;
    private final Notes notes = new Notes();

    OnlineRoutes(PracticeRealms realms, OnlinePages pages, Templates templates) {
        this.realms = realms;
        this.pages = pages;
        this.templates = templates;
    }

    void addTo(RoutesConfig routes) {
        routes.get(
                        "/online",
                        ctx -> ctx.redirect(
                                OnlinePages.here(realms.online().realms().getFirst())))
                .get("/online/books/{realm}", this::show)
                .get("/online/books/{realm}/records/{type}/{record}", this::record)
                .post("/online/books/{realm}/{type}/acts/{act}", this::act);
    }

    private Realm realm(Context ctx) {
        return realms.online().realm(ctx.pathParam("realm"));
    }

    private static EntityType type(Context ctx) {
        return EntityType.of(ctx.pathParam("type"))
                .orElseThrow(() -> new Practice.NotThere("There is no type " + ctx.pathParam("type")));
    }

    private void show(Context ctx) {
        Realm realm = realm(ctx);
        View view = View.of(ctx, EntityType.CUSTOMER.path());
        var question =
                OnlineQuestions.of(realm, realms.business(realm), view, ctx.queryParam("ask"), ctx.queryParam("id"));
        var page = pages.page(realm, view, question, notes.take(ctx.queryParam("note")));
        templates.show(ctx, "online.jte", Map.of("page", page));
    }

    private void record(Context ctx) {
        Realm realm = realm(ctx);
        EntityType type = type(ctx);
        Entity entity = realm.bookkeeper().find(type, ctx.pathParam("record"));
        ObjectNode shown = realm.bookkeeper().read(type, entity.id());
        String title = OnlineRows.title(realm.bookkeeper(), entity);
        String acts = OnlinePages.here(realm) + "/" + type.path() + "/acts/";
        var page = new RecordPage(
                pages.frame(realm, title, notes.take(ctx.queryParam("note"))),
                OnlinePages.here(realm) + "/records/" + type.path() + "/" + entity.id(),
                OnlinePages.here(realm) + "?list=" + type.path(),
                entity.id(),
                title,
                OnlineFields.flat(shown),
                shown.toPrettyString(),
                "JSON",
                "the realm",
                "PrimaryPhone.FreeFormNumber",
                acts + "change",
                buttons(type, entity, acts));
        templates.show(ctx, "record.jte", Map.of("page", page));
    }

    private static List<RecordPage.Act> buttons(EntityType type, Entity entity, String acts) {
        var buttons = new ArrayList<RecordPage.Act>();
        buttons.add(new RecordPage.Act("Save it again", acts + "save"));
        if (type.isList()) {
            buttons.add(
                    entity.active()
                            ? new RecordPage.Act("Make inactive", acts + "inactivate")
                            : new RecordPage.Act("Make active", acts + "activate"));
        }
        if (type == EntityType.PAYMENT) {
            buttons.add(new RecordPage.Act("Put on a deposit", acts + "deposit"));
        }
        return buttons;
    }

    private void act(Context ctx) {
        Realm realm = realm(ctx);
        var form = new Form(ctx);
        Frame.Note note;
        try {
            note = new Frame.Note(done(realm, type(ctx), form), false);
        } catch (Refusal | Bookkeeper.NotThere | IllegalArgumentException e) {
            note = new Frame.Note(String.valueOf(e.getMessage()), true);
        }
        String back = form.text("back");
        String safe = back.startsWith("/online/books/") ? back : OnlinePages.here(realm);
        String name = note.text().isEmpty() ? "" : (safe.contains("?") ? "&" : "?") + "note=" + notes.keep(note);
        ctx.redirect(safe + name, HttpStatus.SEE_OTHER);
    }

    /** Does what the button says and tells it in one sentence, or in none when the page shows it anyway. */
    private String done(Realm realm, EntityType type, Form form) {
        switch (form.act()) {
            case "trouble" -> OnlineTroubles.turn(realm, form.text("what"), form.on());
            case "closing-date" -> OnlineRecordsApi.closeBooks(realm, form.text("date"));
            case "expire" -> realms.online().oauth().expireAccess(realm.id());
            case "disconnect" -> realms.online().oauth().disconnect(realm.id(), form.text("app"));
            case "start-over" -> {
                realms.open(realm.profile(), Business.of(form.text("business")));
                return "This is a new realm.";
            }
            default -> {
                return deed(realm.bookkeeper(), type, form);
            }
        }
        return "";
    }

    private static String deed(Bookkeeper bookkeeper, EntityType type, Form form) {
        String id = form.text("id");
        switch (form.act()) {
            case "add" -> bookkeeper.enter(type, OnlineFields.of(form.filledIn()));
            case "rename" -> bookkeeper.rename(type, id, form.text("to"));
            case "merge" -> bookkeeper.merge(type, id, form.text("kept"));
            case "activate" -> bookkeeper.setActive(type, id, true);
            case "inactivate" -> bookkeeper.setActive(type, id, false);
            case "delete" -> bookkeeper.delete(type, id);
            case "void" -> bookkeeper.makeVoid(type, id);
            case "save" -> bookkeeper.save(type, id);
            case "deposit" ->
                bookkeeper.deposit(
                        bookkeeper.find(EntityType.ACCOUNT, "Checking").id(), List.of(id));
            case "change" -> change(bookkeeper, type, id, form.text("field"), form.text("value"));
            default -> throw new IllegalArgumentException("There is no act " + form.act());
        }
        return "";
    }

    private static void change(Bookkeeper bookkeeper, EntityType type, String id, String field, String value) {
        String first = field.split("\\.")[0];
        ObjectNode all = bookkeeper.read(type, id);
        OnlineFields.put(all, field, value);
        ObjectNode change = Json.object();
        change.set(first, all.path(first));
        if (value.isEmpty() && !field.contains(".")) {
            throw new IllegalArgumentException("A property is emptied by a full update; here it can only be changed.");
        }
        bookkeeper.change(type, id, change);
    }
}
