package dev.relink.simulator.webconnector;

import java.time.Duration;
import java.time.InstantSource;

/**
 * The Web Connector on one PC with one application in its list. Two of them over one company file are the same
 * application on two PCs.
 */
public final class WebConnector {
    /** What the Web Connector calls itself in clientVersion. */
    public static final String VERSION = "2.3.0.215";

    /** All that a visit goes by. */
    record Terms(
            Qwc qwc,
            String password,
            QuickBooks quickBooks,
            SoapEndpoint endpoint,
            Faults faults,
            InstantSource clock,
            Pause pause,
            String version,
            boolean goesOnWhenWarned,
            boolean bySchedule) {}

    private final Terms terms;

    private WebConnector(Terms terms) {
        this.terms = terms;
    }

    /** An application added from its .qwc file, with the password that its user typed in. Real time, no faults. */
    public static WebConnector of(String qwc, String password, QuickBooks quickBooks) {
        return of(Qwc.read(qwc), password, quickBooks);
    }

    /** The same with the file already read. */
    public static WebConnector of(Qwc qwc, String password, QuickBooks quickBooks) {
        var endpoint = new SoapEndpoint(qwc.url(), Duration.ofMinutes(2));
        return new WebConnector(new Terms(
                qwc,
                password,
                quickBooks,
                endpoint,
                new Faults(),
                InstantSource.system(),
                Pause.real(),
                VERSION,
                true,
                false));
    }

    /** The same with these faults. */
    public WebConnector with(Faults faults) {
        return copy(faults, terms.clock, terms.pause, terms.version, terms.goesOnWhenWarned, terms.bySchedule);
    }

    /** The same with this clock for its log and this way to wait. */
    public WebConnector with(InstantSource clock, Pause pause) {
        return copy(terms.faults, clock, pause, terms.version, terms.goesOnWhenWarned, terms.bySchedule);
    }

    /** The same in another version. */
    public WebConnector ofVersion(String version) {
        return copy(terms.faults, terms.clock, terms.pause, version, terms.goesOnWhenWarned, terms.bySchedule);
    }

    /** The same whose user says no when clientVersion answers with a warning. */
    public WebConnector stopsWhenWarned() {
        return copy(terms.faults, terms.clock, terms.pause, terms.version, false, terms.bySchedule);
    }

    /** The same started by its schedule, not by hand: only then may the server postpone the update. */
    public WebConnector bySchedule() {
        return copy(terms.faults, terms.clock, terms.pause, terms.version, terms.goesOnWhenWarned, true);
    }

    private WebConnector copy(
            Faults faults, InstantSource clock, Pause pause, String version, boolean warned, boolean bySchedule) {
        return new WebConnector(new Terms(
                terms.qwc,
                terms.password,
                terms.quickBooks,
                terms.endpoint,
                faults,
                clock,
                pause,
                version,
                warned,
                bySchedule));
    }

    /** The application. */
    public Qwc application() {
        return terms.qwc;
    }

    /** A visit that is turned by hand. */
    public Visit visit() {
        return new Visit(terms);
    }

    /** One whole run: “Update Selected”. */
    public Run run() {
        return visit().finish();
    }
}
