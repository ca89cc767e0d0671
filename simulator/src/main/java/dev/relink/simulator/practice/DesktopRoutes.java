package dev.relink.simulator.practice;

import dev.relink.simulator.desktop.Bookkeeper;
import dev.relink.simulator.desktop.Refused;
import dev.relink.simulator.webconnector.Qwc;
import dev.relink.simulator.webconnector.Run;
import dev.relink.simulator.webconnector.Visit;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The web page: what it shows and what its buttons do. */
final class DesktopRoutes {
    private final Practice practice;
    private final Schedule schedule;
    private final DesktopPages pages;
    private final Templates templates;
    private final Notes notes = new Notes();

    DesktopRoutes(Practice practice, Schedule schedule, DesktopPages pages, Templates templates) {
        this.practice = practice;
        this.schedule = schedule;
        this.pages = pages;
        this.templates = templates;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/", ctx -> ctx.redirect(DesktopPages.here(practice.all().getFirst())))
                .get("/desktop/{file}", this::show)
                .get("/desktop/{file}/log", this::log)
                .get("/desktop/{file}/runs/{run}", this::run)
                .get("/desktop/{file}/records/{record}", this::record)
                .post("/desktop/{file}/acts/{act}", this::act);
    }

    private PracticeFile file(Context ctx) {
        return practice.file(ctx.pathParam("file"));
    }

    private void show(Context ctx) {
        PracticeFile file = file(ctx);
        View view = View.of(ctx);
        var question = Questions.of(file, view, ctx.queryParam("ask"), ctx.queryParam("id"));
        templates.show(
                ctx,
                "desktop.jte",
                Map.of("page", pages.page(file, view, question, notes.take(ctx.queryParam("note")))));
    }

    private void log(Context ctx) {
        Run run = file(ctx).lastRun().orElseThrow(() -> new Practice.NotThere("No run yet"));
        ctx.header("X-Run", run.ended() == null ? "going" : "over");
        templates.show(ctx, "log.jte", Map.of("lines", DesktopPages.lines(run)));
    }

    private void run(Context ctx) {
        PracticeFile file = file(ctx);
        List<Visit> visits = file.visits();
        int number = ctx.pathParamAsClass("run", Integer.class).get();
        if (number < 0 || number >= visits.size()) {
            throw new Practice.NotThere("Run " + number + " is not kept any more");
        }
        Run run = visits.get(number).report();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("frame", pages.frame(file, "The XML of run " + (number + 1), null));
        parameters.put("back", DesktopPages.here(file));
        parameters.put(
                "title", "The XML of run " + (number + 1) + ": " + run.counts().inWords());
        parameters.put("exchanges", run.exchanges());
        parameters.put("lines", DesktopPages.lines(run));
        templates.show(ctx, "run.jte", parameters);
    }

    private void record(Context ctx) {
        PracticeFile file = file(ctx);
        Bookkeeper bookkeeper = file.bookkeeper();
        String id = ctx.pathParam("record");
        String name = Records.name(bookkeeper, id);
        String here = DesktopPages.here(file);
        var fields = bookkeeper.fields(id);
        templates.show(
                ctx,
                "record.jte",
                Map.of(
                        "page",
                        new RecordPage(
                                pages.frame(file, name, notes.take(ctx.queryParam("note"))),
                                here + "/records/" + id,
                                here,
                                id,
                                name,
                                fields,
                                bookkeeper.qbxml(id),
                                "XML",
                                "the company file",
                                "Phone",
                                here + "/acts/change",
                                acts(here, fields))));
    }

    private static List<RecordPage.Act> acts(String here, Map<String, String> fields) {
        return fields.containsKey("IsActive")
                ? List.of(
                        new RecordPage.Act("Make active", here + "/acts/activate"),
                        new RecordPage.Act("Make inactive", here + "/acts/inactivate"))
                : List.of(
                        new RecordPage.Act("Put on a deposit", here + "/acts/deposit"),
                        new RecordPage.Act("Void", here + "/acts/void"));
    }

    private void act(Context ctx) {
        PracticeFile file = file(ctx);
        Frame.Note note;
        try {
            note = new Frame.Note(done(file, new Form(ctx)), false);
            practice.keep(file);
        } catch (Refused | IllegalArgumentException | Qwc.BadQwc | PracticeFile.NothingAdded e) {
            note = new Frame.Note(String.valueOf(e.getMessage()), true);
        }
        String back = new Form(ctx).text("back");
        String safe = back.startsWith("/desktop/") ? back : DesktopPages.here(file);
        String name = note.text().isEmpty() ? "" : (safe.contains("?") ? "&" : "?") + "note=" + notes.keep(note);
        ctx.redirect(safe + name, HttpStatus.SEE_OTHER);
    }

    /** Does what the button says and tells it in one sentence, or in none when the page shows it anyway. */
    private String done(PracticeFile file, Form form) {
        String act = form.act();
        return switch (act) {
            case "run" -> start(file);
            case "schedule" -> {
                schedule.set(file, form.on());
                yield "";
            }
            case "trouble" -> {
                Troubles.turn(file, form.text("what"), form.on());
                yield "";
            }
            case "closing-date" -> {
                file.closeBooks(form.text("date"));
                yield "";
            }
            case "application" -> {
                Qwc qwc = Qwc.read(form.text("qwc"));
                file.add(qwc, form.text("password").strip());
                yield qwc.appName() + " was added; its FileID is in the company file.";
            }
            case "start-over" -> {
                file.startOver(Business.of(form.text("business")));
                yield "This is a new company file.";
            }
            case "backup" -> {
                file.backUp();
                yield "A backup was made.";
            }
            case "restore" -> {
                file.restore();
                yield "The backup is in the place of the books.";
            }
            default -> Deeds.of(act).apply(file, form);
        };
    }

    private String start(PracticeFile file) {
        Visit visit = file.visit(false);
        Thread.ofVirtual().start(() -> {
            file.run(1, visit);
            practice.keep(file);
        });
        return "";
    }
}
