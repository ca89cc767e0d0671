package dev.relink.simulator.practice;

import dev.relink.simulator.desktop.Application;
import dev.relink.simulator.desktop.RequestRefused;
import dev.relink.simulator.webconnector.Fault;
import dev.relink.simulator.webconnector.Faults;
import dev.relink.simulator.webconnector.Visit;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Company files, their Web Connector and their troubles as JSON, for tests and scripts. */
final class ControlApi {
    private final Practice practice;
    private final Schedule schedule;
    private final RecordsApi records;

    ControlApi(Practice practice, Schedule schedule) {
        this.practice = practice;
        this.schedule = schedule;
        this.records = new RecordsApi(practice);
    }

    void addTo(RoutesConfig routes) {
        routes.get("/control", this::files)
                .put("/control/{file}", this::create)
                .get("/control/{file}", this::summary)
                .post("/control/{file}/start-over", this::startOver)
                .post("/control/{file}/backup", this::backUp)
                .post("/control/{file}/restore", this::restore)
                .get("/control/{file}/ledger", this::ledger)
                .post("/control/{file}/qbxml", this::qbxml)
                .post("/control/{file}/quickbooks", this::quickBooks)
                .get("/control/{file}/faults", this::faults)
                .post("/control/{file}/faults", this::setFaults)
                .delete("/control/{file}/faults", this::clearFaults)
                .get("/control/{file}/switches", this::switches)
                .post("/control/{file}/switches", this::setSwitches)
                .get("/control/{file}/web-connector", this::applications)
                .post("/control/{file}/web-connector", this::addApplication)
                .post("/control/{file}/schedule", this::schedule)
                .post("/control/{file}/run", this::run)
                .get("/control/{file}/runs", this::runs)
                .post("/control/{file}/visits", this::beginVisit)
                .post("/control/{file}/visits/{visit}/until/{stage}", this::turnVisit);
        records.addTo(routes);
    }

    private PracticeFile file(Context ctx) {
        return practice.file(ctx.pathParam("file"));
    }

    static void answer(Context ctx, Object value) {
        ctx.contentType("application/json; charset=utf-8").result(Json.write(value));
    }

    private void files(Context ctx) {
        answer(ctx, practice.all().stream().map(Summary::of).toList());
    }

    private void create(Context ctx) {
        Ask ask = Ask.read(ctx.body());
        String id = ctx.pathParam("file");
        answer(
                ctx.status(HttpStatus.CREATED),
                Summary.of(practice.create(id, ask.text("name", id), Business.of(ask.text("business", "none")))));
    }

    private void summary(Context ctx) {
        answer(ctx, Summary.of(file(ctx)));
    }

    private void startOver(Context ctx) {
        PracticeFile file = file(ctx);
        String word = Ask.read(ctx.body()).text("business", file.business().name());
        file.startOver(Business.of(word));
        practice.keep(file);
        answer(ctx, Summary.of(file));
    }

    private void backUp(Context ctx) {
        file(ctx).backUp();
        answer(ctx, Map.of("backup", true));
    }

    private void restore(Context ctx) {
        PracticeFile file = file(ctx);
        file.restore();
        practice.keep(file);
        answer(ctx, Summary.of(file));
    }

    private void ledger(Context ctx) {
        PracticeFile file = file(ctx);
        answer(ctx, Ledger.of(file.bookkeeper(), Deleted.of(file.books())));
    }

    /** Runs a message set as a program of the bookkeeper's own would. */
    private void qbxml(Context ctx) throws RequestRefused {
        PracticeFile file = file(ctx);
        String answer =
                file.books().session(new Application("Control API", "{0}", "")).process(ctx.body());
        practice.keep(file);
        ctx.contentType("text/xml; charset=utf-8").result(answer);
    }

    private void quickBooks(Context ctx) {
        Ask ask = Ask.read(ctx.body());
        Faults faults = file(ctx).faults();
        toggle(ask, "running", faults, Fault.QUICKBOOKS_CLOSED, false);
        toggle(ask, "dialog", faults, Fault.MODAL_DIALOG, true);
        toggle(ask, "otherFile", faults, Fault.OTHER_FILE_OPEN, true);
        faults(ctx);
    }

    private static void toggle(Ask ask, String name, Faults faults, Fault fault, boolean troubled) {
        if (ask.has(name)) {
            if (ask.flag(name, false) == troubled) {
                faults.set(fault);
            } else {
                faults.clear(fault);
            }
        }
    }

    private void faults(Context ctx) {
        Map<String, Faults.Setting> on = new LinkedHashMap<>();
        file(ctx).faults().all().forEach((fault, setting) -> on.put(fault.word(), setting));
        answer(ctx, on);
    }

    private void setFaults(Context ctx) {
        Faults faults = file(ctx).faults();
        Ask ask = Ask.read(ctx.body());
        for (String word : ask.fields().keySet()) {
            Fault fault = Fault.of(word)
                    .orElseThrow(() -> new IllegalArgumentException(word + " is no fault; there are: "
                            + String.join(
                                    ", ",
                                    List.of(Fault.values()).stream()
                                            .map(Fault::word)
                                            .toList())));
            FaultWish.of(fault, ask.get(word)).accept(faults);
        }
        faults(ctx);
    }

    private void clearFaults(Context ctx) {
        file(ctx).faults().clear();
        faults(ctx);
    }

    private void switches(Context ctx) {
        answer(ctx, file(ctx).books().switches());
    }

    private void setSwitches(Context ctx) {
        Json.update(file(ctx).books().switches(), ctx.body());
        switches(ctx);
    }

    private void applications(Context ctx) {
        answer(
                ctx,
                file(ctx).applications().stream().map(PracticeFile.Added::qwc).toList());
    }

    private void addApplication(Context ctx) {
        PracticeFile file = file(ctx);
        PracticeFile.Added added = NewApplication.of(Ask.read(ctx.body()));
        file.add(added.qwc(), added.password());
        practice.keep(file);
        answer(ctx.status(HttpStatus.CREATED), added.qwc());
    }

    private void schedule(Context ctx) {
        Ask ask = Ask.read(ctx.body());
        schedule.set(file(ctx), ask.flag("on", true));
        answer(ctx, Map.of("on", schedule.isOn(file(ctx))));
    }

    private void run(Context ctx) {
        PracticeFile file = file(ctx);
        int pc = ctx.queryParamAsClass("pc", Integer.class).getOrDefault(1);
        var run = file.run(pc, file.visit(false));
        practice.keep(file);
        answer(ctx, run);
    }

    private void runs(Context ctx) {
        answer(ctx, file(ctx).visits().stream().map(Visit::report).toList());
    }

    private void beginVisit(Context ctx) {
        PracticeFile file = file(ctx);
        Visit visit = file.visit(false);
        answer(ctx.status(HttpStatus.CREATED), Map.of("visit", file.visits().indexOf(visit), "next", visit.stage()));
    }

    private void turnVisit(Context ctx) {
        List<Visit> visits = file(ctx).visits();
        int number = ctx.pathParamAsClass("visit", Integer.class).get();
        if (number < 0 || number >= visits.size()) {
            throw new Practice.NotThere("There is no visit " + number);
        }
        Visit visit = visits.get(number).until(Visit.Stage.valueOf(ctx.pathParam("stage")));
        answer(ctx, Map.of("next", visit.stage(), "run", visit.report()));
    }
}
