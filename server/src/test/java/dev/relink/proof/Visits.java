package dev.relink.proof;

import static dev.relink.proof.Perils.Moment.AFTER_COMMIT;
import static dev.relink.proof.Perils.Moment.BEFORE_COMMIT;
import static dev.relink.proof.Perils.Moment.STATEMENT;

import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import dev.relink.cycle.Cycles;
import dev.relink.cycle.Progress;
import dev.relink.cycle.Turn;
import dev.relink.cycle.Visit;
import dev.relink.quickbooks.desktop.qbxml.DesktopConnector;
import dev.relink.simulator.desktop.RequestProcessor;
import dev.relink.simulator.desktop.RequestRefused;
import dev.relink.simulator.desktop.books.Switches;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The Web Connector's visits, with one trouble each at one of their calls. */
final class Visits {

    private static final int MOST_CALLS = 400;

    private final World world;
    private final Cycles cycles;
    private final Wire wire;

    /** Answers that are still on their way. */
    private final Queue<Unheard> late = new ArrayDeque<>();

    /** What QuickBooks is still at. */
    private final Queue<String> running = new ArrayDeque<>();

    /** What one that was overtaken still says, in the middle of the visit that overtook it. */
    private @Nullable Runnable intruder;

    private record Unheard(Visit visit, String answer) {}

    Visits(World world) {
        this.world = world;
        this.cycles = world.stage.cycles;
        this.wire = new Wire(world);
    }

    void calm() {
        visit(Trouble.NONE, 0);
    }

    void troubled() {
        Trouble any = world.dice.of(Trouble.values());
        boolean chosen = world.stage.mostly != Trouble.NONE && world.dice.oneIn(2);
        visit(chosen ? world.stage.mostly : any, world.dice.below(7));
    }

    void with(Trouble trouble, int call) {
        visit(trouble, call);
    }

    /** Whatever is still under way arrives. */
    void over() {
        if (!running.isEmpty()) {
            finish(world.session());
        }
        while (!late.isEmpty()) {
            arrive();
        }
    }

    private void visit(Trouble trouble, int at) {
        world.trace.add("visit %s at %d", trouble, at);
        world.stage.clock.forward(Duration.ofSeconds(2));
        RequestProcessor quickBooks = world.session();
        try {
            Visit visit = cycles.begin(world.company);
            if (calls(visit, quickBooks, trouble, at)) {
                cycles.end(visit);
                quickBooks.end();
            }
        } catch (Cycles.Overtaken overtaken) {
            world.trace.add("overtaken");
        } catch (RuntimeException fault) {
            if (!world.stage.perils.revive()) {
                throw fault;
            }
            world.trace.add("our node died");
        } finally {
            world.stage.perils.revive();
        }
        if (!running.isEmpty() && trouble != Trouble.STILL_RUNNING) {
            finish(world.session());
        }
    }

    /** @return whether the Web Connector closes the visit; otherwise it just vanishes */
    private boolean calls(Visit visit, RequestProcessor quickBooks, Trouble trouble, int at) {
        Row.Books hcp = DesktopConnector.readHcp(quickBooks.hostCompanyPreferences());
        for (int call = 0; call < MOST_CALLS; call++) {
            Trouble here = call == at ? trouble : Trouble.NONE;
            meanwhile(quickBooks);
            before(here);
            Turn turn = cycles.next(visit, call == 0 ? hcp : null);
            world.stage.perils.disarm();
            if (!(turn instanceof Turn.Send(byte[] body))) {
                world.trace.add("%s", turn);
                return true;
            }
            world.stage.clock.forward(Duration.ofSeconds(1));
            Progress progress = exchange(visit, quickBooks, new String(body, StandardCharsets.UTF_8), here);
            world.stage.perils.disarm();
            if (progress == null) {
                return false;
            }
            if (!(progress instanceof Progress.Percent(int percent) && percent < 100
                    || progress instanceof Progress.Later)) {
                return true;
            }
        }
        throw new Violated("A visit without an end");
    }

    private void before(Trouble here) {
        switch (here) {
            case DIES_PLANNING -> world.stage.perils.arm(STATEMENT, 1 + world.dice.below(25));
            case DIES_BEFORE_SENDING -> world.stage.perils.arm(BEFORE_COMMIT, 1);
            case DIES_AFTER_SENDING -> world.stage.perils.arm(AFTER_COMMIT, 1);
            case CLOCK_JUMPS -> {
                world.clockJumped = true;
                world.stage.clock.forward(Duration.ofDays(world.dice.of(1, -1)));
            }
            default -> {}
        }
    }

    /** @return null when the Web Connector is gone */
    private @Nullable Progress exchange(Visit visit, RequestProcessor quickBooks, String qbxml, Trouble here) {
        wire.leaves(qbxml);
        Switches faults = world.books.switches();
        switch (here) {
            case REQUEST_LOST -> {
                return null;
            }
            case STILL_RUNNING -> {
                running.add(qbxml);
                return null;
            }
            case BUSY -> {
                return refused(visit, "0x8001010A", "The message filter indicated that the application is busy.");
            }
            case REFUSED -> {
                return refused(
                        visit, "0x80040400", "QuickBooks found an error when parsing the provided XML text stream.");
            }
            case QUICKBOOKS_DIES, QUICKBOOKS_DIES_SILENTLY -> faults.diesAfterRequests = world.dice.below(4);
            case INTERNAL_ERRORS -> faults.internalErrors = 1 + world.dice.below(2);
            case NOT_STORED -> faults.failsToStoreNext = true;
            case SESSION_DIES -> quickBooks.end();
            default -> {}
        }
        String answer;
        try {
            answer = wire.done(quickBooks, qbxml);
        } catch (RequestRefused refused) {
            world.trace.add("refused %s", refused.hresult());
            return here == Trouble.QUICKBOOKS_DIES_SILENTLY
                    ? null
                    : refused(visit, refused.hresult(), refused.message());
        } finally {
            faults.diesAfterRequests = -1;
            faults.internalErrors = 0;
            faults.failsToStoreNext = false;
        }
        return answered(visit, answer, here);
    }

    private Progress refused(Visit visit, String hresult, String message) {
        return cycles.refused(visit, StatusCode.hresult(hresult), message);
    }

    private @Nullable Progress answered(Visit visit, String answer, Trouble here) {
        if (world.dice.oneIn(3)) {
            intrudes();
        }
        switch (here) {
            case ANSWER_LOST -> {
                return null;
            }
            case LATE -> {
                late.add(new Unheard(visit, answer));
                return null;
            }
            case TAKEN_OVER -> overtaken(() -> cycles.accept(visit, new StringReader(answer)));
            case DIES_TAKING -> world.stage.perils.arm(STATEMENT, 1 + world.dice.below(30));
            case DIES_BEFORE_TAKEN -> world.stage.perils.arm(BEFORE_COMMIT, 1);
            case DIES_AFTER_TAKEN -> world.stage.perils.arm(AFTER_COMMIT, 1);
            default -> {}
        }
        if (here == Trouble.DIES_AFTER_TAKEN || here == Trouble.DIES_TAKING && world.dice.oneIn(2)) {
            return again(visit, answer);
        }
        String heard = here == Trouble.ANSWER_CUT ? answer.substring(0, world.dice.below(answer.length())) : answer;
        Progress progress = cycles.accept(visit, new StringReader(heard));
        return here == Trouble.REPEATED ? cycles.accept(visit, new StringReader(answer)) : progress;
    }

    private void overtaken(Runnable goesOn) {
        intruder = goesOn;
        visit(Trouble.NONE, 0);
        intrudes();
    }

    private void intrudes() {
        if (intruder instanceof Runnable goesOn) {
            intruder = null;
            world.trace.add("the one that was overtaken goes on");
            goesOn.run();
        }
    }

    /** The node dies, another one takes the same call. */
    private Progress again(Visit visit, String answer) {
        try {
            return cycles.accept(visit, new StringReader(answer));
        } catch (RuntimeException fault) {
            if (!world.stage.perils.revive()) {
                throw fault;
            }
            world.trace.add("our node died; the call is repeated");
            return cycles.accept(visit, new StringReader(answer));
        }
    }

    /** What was under way may arrive at any call. */
    private void meanwhile(RequestProcessor quickBooks) {
        if (!running.isEmpty() && world.dice.oneIn(2)) {
            finish(quickBooks);
        }
        if (!late.isEmpty() && world.dice.oneIn(3)) {
            arrive();
        }
        if (world.isTroubled() && world.dice.oneIn(8)) {
            world.app.acts();
        }
    }

    private void finish(RequestProcessor quickBooks) {
        try {
            world.trace.add("QuickBooks does at last what it was at");
            var unused = wire.done(quickBooks, running.remove());
        } catch (RequestRefused refused) {
            world.trace.add("refused %s", refused.hresult());
        }
    }

    private void arrive() {
        Unheard unheard = late.remove();
        world.trace.add("a late answer");
        cycles.accept(unheard.visit(), new StringReader(unheard.answer()));
    }
}
