package dev.relink.simulator.webconnector;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One visit at the server, authenticate to closeConnection: the Web Connector's state machine, turned one call at a time,
 * so that a test may hold it between any two calls and let something else happen.
 */
public final class Visit {
    /** What the next step will do. */
    public enum Stage {
        PROBE,
        SERVER_VERSION,
        CLIENT_VERSION,
        AUTHENTICATE,
        OPEN_QUICKBOOKS,
        CONNECTION_ERROR,
        SEND_REQUEST,
        PROCESS_REQUEST,
        RECEIVE_RESPONSE,
        GET_LAST_ERROR,
        CLOSE_CONNECTION,
        OVER
    }

    private static final Duration NO_OP_PAUSE = Duration.ofSeconds(5);
    /** The real one goes round as long as the server answers a path; a practice run must end. */
    private static final int CONNECTION_ERRORS = 20;

    private final WebConnector.Terms terms;
    private final Line line;
    private final Journal journal;
    private final Progress progress;
    private Stage stage = Stage.PROBE;
    private String ticket = "";
    private String companyFile = "";
    private int connectionErrors;
    private boolean first = true;
    private QuickBooks.@Nullable Refused refused;
    private QuickBooks.@Nullable Session quickBooks;
    private String question = "";
    private String answer = "";

    Visit(WebConnector.Terms terms) {
        this.terms = terms;
        this.journal = new Journal(terms.clock());
        this.line = new Line(terms.endpoint(), journal);
        this.progress = new Progress(journal);
    }

    /** What the next {@link #step} will do. */
    public Stage stage() {
        return stage;
    }

    /** What has happened so far. */
    public Run report() {
        return journal.report();
    }

    /** Goes on to the end. */
    public Run finish() {
        while (stage != Stage.OVER) {
            step();
        }
        return report();
    }

    /** Goes on until {@code wanted} is what comes next, or the end. */
    public Visit until(Stage wanted) {
        while (stage != Stage.OVER && stage != wanted) {
            step();
        }
        return this;
    }

    /** Does one step and says what comes next. */
    public Stage step() {
        if (stage == Stage.OVER) {
            return stage;
        }
        stage = next();
        if (stage == Stage.OVER) {
            journal.over();
        }
        return stage;
    }

    private Stage next() {
        try {
            return switch (stage) {
                case PROBE -> probe();
                case SERVER_VERSION -> serverVersion();
                case CLIENT_VERSION -> clientVersion();
                case AUTHENTICATE -> authenticate();
                case OPEN_QUICKBOOKS -> openQuickBooks();
                case CONNECTION_ERROR -> connectionError();
                case SEND_REQUEST -> sendRequest();
                case PROCESS_REQUEST -> processRequest();
                case RECEIVE_RESPONSE -> receiveResponse();
                case GET_LAST_ERROR -> getLastError();
                case CLOSE_CONNECTION -> closeConnection();
                case OVER -> Stage.OVER;
            };
        } catch (Line.Down down) {
            return over(Ending.CALL_FAILED, down.code(), down.text());
        }
    }

    private Stage over(Ending ending, String code, String words) {
        journal.ending(ending, code, words);
        return Stage.OVER;
    }

    private Stage close(Ending ending, String code, String words) {
        journal.ending(ending, code, words);
        return Stage.CLOSE_CONNECTION;
    }

    private Stage probe() throws Line.Down {
        line.probe();
        return Stage.SERVER_VERSION;
    }

    /** Its answer is only shown under "More information", so a service without it is visited all the same. */
    private Stage serverVersion() {
        line.serverVersion();
        return Stage.CLIENT_VERSION;
    }

    private Stage clientVersion() throws Line.Down {
        String answer = line.ask(Call.of("clientVersion", "strVersion", terms.version()));
        journal.plain("clientVersion " + terms.version() + (answer.isEmpty() ? "" : ": " + answer));
        if (answer.startsWith("E:")
                || answer.startsWith("O:")
                || answer.startsWith("W:") && !terms.goesOnWhenWarned()) {
            journal.bad("QBWC1037: " + answer.substring(2));
            return over(Ending.VERSION_REFUSED, "QBWC1037", answer.substring(2));
        }
        if (!answer.isEmpty() && !answer.startsWith("W:")) {
            journal.bad("QBWC1046: clientVersion returned " + answer);
            return over(Ending.VERSION_REFUSED, "QBWC1046", answer);
        }
        return Stage.AUTHENTICATE;
    }

    private Stage authenticate() throws Line.Down {
        List<String> results = line.authenticate(terms.qwc().userName(), terms.password());
        ticket = results.get(0);
        String verdict = results.size() > 1 ? results.get(1) : "";
        @Nullable Duration postpone = seconds(results, 2);
        journal.wishes(postpone, seconds(results, 3));
        return switch (verdict) {
            case "none" -> turnedAway(Ending.NO_WORK, "", "No Data Exchange");
            case "nvu" -> turnedAway(Ending.WRONG_PASSWORD, "QBWC1040", "Invalid password for username");
            case "busy" -> turnedAway(Ending.BUSY, "", "Application Busy");
            default -> admitted(verdict, postpone);
        };
    }

    private Stage turnedAway(Ending ending, String code, String words) {
        String text = "authenticate: " + words;
        if (ending == Ending.NO_WORK) {
            journal.good(text);
        } else {
            journal.bad(code.isEmpty() ? text : code + ": " + words);
        }
        return close(ending, code, words);
    }

    private Stage admitted(String path, @Nullable Duration postpone) {
        companyFile = path;
        if (terms.bySchedule() && postpone != null) {
            journal.plain("authenticate: update postponed by application, " + postpone.toSeconds() + " s");
            return close(Ending.POSTPONED, "", "Update postponed by application");
        }
        journal.good("authenticate: ticket given, " + (path.isEmpty() ? "open company file" : path));
        return Stage.OPEN_QUICKBOOKS;
    }

    /** Seconds, not minutes, says the guide for both. Zero and nonsense count as nothing said. */
    private static @Nullable Duration seconds(List<String> results, int index) {
        String text = results.size() > index ? results.get(index).strip() : "";
        return text.matches("[0-9]{1,9}") && Long.parseLong(text) > 0 ? Duration.ofSeconds(Long.parseLong(text)) : null;
    }

    /** The Web Connector tries twice before it tells the server. */
    private Stage openQuickBooks() {
        for (String code : List.of("QBWC1007", "QBWC1008")) {
            try {
                quickBooks = terms.quickBooks().begin(companyFile);
                return Stage.SEND_REQUEST;
            } catch (QuickBooks.Refused e) {
                refused = e;
                journal.bad(code + ": " + e.hresult() + " " + e.message());
            }
        }
        return Stage.CONNECTION_ERROR;
    }

    private Stage connectionError() throws Line.Down {
        QuickBooks.Refused why = Objects.requireNonNull(refused);
        String path = line.ask(
                Call.of("connectionError", "ticket", ticket, "hresult", why.hresult(), "message", why.message()));
        journal.plain("connectionError: " + (path.isEmpty() ? "the open company file" : path));
        if (path.equalsIgnoreCase("done") || ++connectionErrors == CONNECTION_ERRORS) {
            return close(Ending.QUICKBOOKS_NOT_OPENED, "QBWC1013", why.hresult() + " " + why.message());
        }
        companyFile = path;
        return Stage.OPEN_QUICKBOOKS;
    }

    private Stage sendRequest() throws Line.Down {
        QuickBooks.Session open = session();
        try {
            String company = open.hostCompanyPreferences();
            question = line.ask(request(open.companyFile(), company));
        } catch (QuickBooks.Refused e) {
            journal.bad("QBWC1014: " + e.message());
            return close(Ending.COMPANY_UNKNOWN, "QBWC1014", e.message());
        }
        first = false;
        if (question.isEmpty() || question.equals("NoOp")) {
            journal.plain("sendRequestXML: " + (question.isEmpty() ? "nothing" : question));
            return Stage.GET_LAST_ERROR;
        }
        progress.asked(question);
        if (progress.writes() && terms.faults().strikes(Fault.CUT_BEFORE_WRITE)) {
            throw line.down("QBWC1041", "sendRequestXML failed: the connection broke before QuickBooks was asked");
        }
        return Stage.PROCESS_REQUEST;
    }

    private Call request(String path, String company) {
        QbxmlVersion version = QbxmlVersion.highest(company);
        if (first) {
            journal.plain("sendRequestXML: host, company, preferences");
            progress.fileId(company.contains(terms.qwc().fileId()));
        }
        boolean silent = !first || terms.faults().strikes(Fault.EMPTY_HCP);
        return Call.of(
                "sendRequestXML",
                "ticket",
                ticket,
                "strHCPResponse",
                silent ? "" : company,
                "strCompanyFileName",
                path,
                "qbXMLCountry",
                "US",
                "qbXMLMajorVers",
                version.major(),
                "qbXMLMinorVers",
                version.minor());
    }

    private QuickBooks.Session session() {
        return Objects.requireNonNull(quickBooks);
    }

    private Stage processRequest() throws Line.Down {
        answer = "";
        refused = null;
        try {
            answer = session().process(question);
            journal.exchange("ProcessRequest", question, answer);
            progress.answered(answer);
        } catch (QuickBooks.Refused e) {
            refused = e;
            journal.exchange("ProcessRequest", question, e.hresult() + " " + e.message());
            progress.refused(e);
        } catch (QuickBooks.Died e) {
            journal.exchange("ProcessRequest", question, "");
            progress.unheard();
            throw line.down("QBWC1042", "QuickBooks stopped working: " + e.getMessage());
        }
        return Stage.RECEIVE_RESPONSE;
    }

    private Stage receiveResponse() throws Line.Down {
        Fault loss = progress.writes() ? Fault.LOSE_NEXT_ANSWER : Fault.LOSE_NEXT_READ;
        if (terms.faults().strikes(loss)) {
            progress.unheard();
            throw line.down("QBWC1042", "receiveResponseXML failed: the answer never left this PC");
        }
        Call call = Call.receiveResponse(
                ticket, answer, refused == null ? "" : refused.hresult(), refused == null ? "" : refused.message());
        if (terms.faults().strikes(Fault.REPEAT_RESPONSE)) {
            journal.odd("receiveResponseXML: sent twice");
            line.ask(call);
        }
        String percent = line.ask(call);
        progress.heard();
        if (terms.faults().strikes(Fault.LOSE_REPLY)) {
            throw line.down("QBWC1042", "receiveResponseXML failed: the reply was lost on the way");
        }
        return after(percent);
    }

    private Stage after(String percent) throws Line.Down {
        if (!percent.matches("-?[0-9]{1,9}")) {
            throw line.down("QBWC1042", "receiveResponseXML returned " + percent + ", which is no number");
        }
        journal.plain("receiveResponseXML: " + percent);
        int done = Integer.parseInt(percent);
        if (done < 0) {
            journal.ending(Ending.STOPPED_BY_SERVER, "", percent);
            return Stage.GET_LAST_ERROR;
        }
        return done < 100 ? Stage.SEND_REQUEST : close(Ending.FINISHED, "", "");
    }

    /** After a negative percentage the session ends whatever the server says; otherwise "NoOp" means: ask again. */
    private Stage getLastError() throws Line.Down {
        String text = line.ask(Call.of("getLastError", "ticket", ticket));
        boolean stopped = journal.report().ending() != null;
        if (text.equals("NoOp") && !stopped) {
            journal.plain("getLastError: NoOp, waiting 5 s");
            terms.pause().pause(NO_OP_PAUSE);
            return Stage.SEND_REQUEST;
        }
        journal.bad("getLastError: " + text);
        return close(Ending.STOPPED_BY_SERVER, "", text);
    }

    private Stage closeConnection() throws Line.Down {
        journal.plain("closeConnection: " + line.ask(Call.of("closeConnection", "ticket", ticket)));
        return Stage.OVER;
    }
}
