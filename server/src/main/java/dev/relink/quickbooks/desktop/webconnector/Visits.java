package dev.relink.quickbooks.desktop.webconnector;

import dev.relink.catalogue.Catalogue;
import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import dev.relink.cycle.Cycles;
import dev.relink.cycle.Progress;
import dev.relink.cycle.Turn;
import dev.relink.cycle.Visit;
import dev.relink.quickbooks.desktop.webconnector.Tickets.Ticket;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens on a visit, from its first message set to its close. Every call shows its ticket, which is checked first. */
final class Visits {

    private static final Logger LOG = LoggerFactory.getLogger(Visits.class);

    private static final Pattern HRESULT = Pattern.compile("0x[0-9A-F]{8}");

    private static final int OVER = 100;
    private static final int FAILED = -1;
    private static final int MOST_CONNECTION_RETRIES = 2;

    /** Nothing now: the Web Connector asks getLastError, which says it again; then it waits 5 seconds and goes on. */
    private static final String NO_OP = "NoOp";

    private static final String NO_VISIT =
            "This run is over or was never begun here: the Web Connector starts a new one"
                    + " at its next turn. Nothing was changed.";
    private static final String OVERTAKEN =
            "Another Web Connector has taken over this company. What this one had out is"
                    + " checked in QuickBooks before anything is sent again.";
    private static final String NOTHING_LEFT = "Nothing to do: everything is in step.";
    private static final String NOTHING_SENT = "An answer came for a request that was never sent. Nothing was changed.";
    private static final String POINT_OF_SALE =
            "This is QuickBooks Point of Sale. Relink works with QuickBooks Desktop: open the company file there.";

    private final WebConnectorSessions sessions;
    private final Tickets tickets;
    private final Cycles cycles;
    private final HostCompanyPreferences hostCompanyPreferences;
    private final Meanings meanings;

    Visits(
            WebConnectorSessions sessions,
            Tickets tickets,
            Cycles cycles,
            HostCompanyPreferences hostCompanyPreferences,
            Meanings meanings) {
        this.sessions = sessions;
        this.tickets = tickets;
        this.cycles = cycles;
        this.hostCompanyPreferences = hostCompanyPreferences;
        this.meanings = meanings;
    }

    private Optional<WebConnectorSession> find(String ticket) {
        return switch (tickets.read(ticket)) {
            case Ticket.OfVisit ofVisit -> sessions.find(ofVisit);
            case Ticket.SentAway _, Ticket.Unknown _ -> Optional.empty();
        };
    }

    /** The next message set; empty text leads the Web Connector to getLastError. */
    Reply sendRequest(WebConnectorCall.SendRequest call) {
        Optional<WebConnectorSession> found = find(call.ticket());
        if (found.isEmpty()) {
            return Reply.text("");
        }
        WebConnectorSession session = found.get();
        if (session.overtaken() || session.state() == WebConnectorSession.State.FINISHED) {
            return Reply.text("");
        }
        if (session.state() == WebConnectorSession.State.PAUSED) {
            return Reply.text(NO_OP);
        }
        if (call.hcp().contains("not supported in QBPOS")) {
            return finished(session.visit(), POINT_OF_SALE);
        }
        return next(current(session), books(call.hcp()));
    }

    /** Asked while a message set is out, the answer was lost on its way: as if a new visit began. */
    private Visit current(WebConnectorSession session) {
        if (session.state() != WebConnectorSession.State.SENT) {
            return session.visit();
        }
        LOG.warn(
                "Company {}: an answer was lost on its way; what was out is in doubt",
                session.visit().company());
        Visit anew = cycles.begin(session.visit().company());
        sessions.renewed(session.visit(), anew);
        return anew;
    }

    private Row.@Nullable Books books(String hcp) {
        return hcp.isBlank() ? null : hostCompanyPreferences.read(hcp).orElse(null);
    }

    private Reply next(Visit visit, Row.@Nullable Books books) {
        try {
            return switch (cycles.next(visit, books)) {
                case Turn.Send(byte[] body) -> {
                    sessions.sent(visit);
                    yield new Reply.QbXml(body);
                }
                case Turn.Nothing() -> finished(visit, NOTHING_LEFT);
                case Turn.Stopped(String sentence) -> finished(visit, sentence);
            };
        } catch (Cycles.Overtaken _) {
            return finished(visit, OVERTAKEN);
        }
    }

    private Reply finished(Visit visit, String sentence) {
        sessions.finished(visit, FAILED, sentence);
        return Reply.text("");
    }

    /** Percent done, 100 when the run is over, negative to be asked for the error. */
    Reply receiveResponse(WebConnectorCall.ReceiveResponse call) {
        try (ArrivingAnswer answer = call.answer()) {
            Optional<WebConnectorSession> session = find(call.ticket());
            return new Reply.Number(session.isPresent() ? received(session.get(), answer) : FAILED);
        } catch (IOException | UncheckedIOException e) {
            throw new SoapFault(SoapFault.Code.CLIENT, "The answer broke off: " + e.getMessage(), e);
        }
    }

    private int received(WebConnectorSession session, ArrivingAnswer answer) throws IOException {
        return switch (session.state()) {
            case AUTHENTICATED -> failed(session.visit(), NOTHING_SENT);
            case ANSWERED, PAUSED, FINISHED -> session.percent();
            case SENT -> accepted(session, answer);
        };
    }

    private int failed(Visit visit, String sentence) {
        sessions.finished(visit, FAILED, sentence);
        return FAILED;
    }

    /** The late answer to an overtaken visit still closes its own attempts; then that visit is over. */
    private int accepted(WebConnectorSession session, ArrivingAnswer answer) throws IOException {
        Visit visit = session.visit();
        try {
            Progress progress = progress(visit, answer);
            if (session.overtaken()) {
                return failed(visit, OVERTAKEN);
            }
            return switch (progress) {
                case Progress.Percent(int percent)
                when percent >= OVER -> {
                    sessions.finished(visit, OVER, "");
                    yield OVER;
                }
                case Progress.Percent(int percent) -> {
                    sessions.answered(visit, percent);
                    yield percent;
                }
                case Progress.Later(int percent) -> {
                    sessions.paused(visit, percent);
                    yield percent;
                }
                case Progress.NotExpected(String sentence) -> failed(visit, sentence);
            };
        } catch (Cycles.Overtaken _) {
            return failed(visit, OVERTAKEN);
        }
    }

    private Progress progress(Visit visit, ArrivingAnswer answer) throws IOException {
        var text = new PushbackReader(answer.text(), 1);
        int first = text.read();
        while (first >= 0 && Character.isWhitespace(first)) {
            first = text.read();
        }
        if (first >= 0) {
            text.unread(first);
            return cycles.accept(visit, text);
        }
        ArrivingAnswer.Refusal refusal = answer.refusal();
        return refusal.isGiven()
                ? cycles.refused(visit, hresult(refusal.hresult()), refusal.message())
                : cycles.accept(visit, text);
    }

    /** {@code done}, or a path to try again with. Never the empty text: that would be whichever file is open. */
    Reply connectionError(WebConnectorCall.ConnectionError call) {
        return find(call.ticket())
                .filter(session -> !session.overtaken())
                .map(session -> connectionFailed(session, call))
                .orElse(Reply.text("done"));
    }

    private Reply connectionFailed(WebConnectorSession session, WebConnectorCall.ConnectionError call) {
        StatusCode code = hresult(call.hresult());
        LOG.warn(
                "Company {}: the Web Connector did not reach QuickBooks: {}",
                session.visit().company(),
                code);
        cycles.unreached(session.visit(), code, call.message());
        sessions.connectionFailed(session.visit(), meanings.sentence(code, call.message()));
        boolean again = session.connectionErrors() < MOST_CONNECTION_RETRIES
                && !session.companyFile().isEmpty();
        return Reply.text(again ? session.companyFile() : "done");
    }

    /** In the spelling of the catalogue, whatever the Web Connector's; what is no number is unknown. */
    private static StatusCode hresult(String text) {
        StatusCode code = Catalogue.canonical(StatusCode.hresult(text));
        return HRESULT.matcher(code.code()).matches() ? code : StatusCode.hresult("unknown");
    }

    /** What went wrong, in words for the person at the Web Connector; or the word that lets it wait and go on. */
    Reply lastError(WebConnectorCall.GetLastError call) {
        return Reply.text(sentence(call.ticket(), session -> {
            if (session.state() == WebConnectorSession.State.PAUSED) {
                sessions.answered(session.visit(), session.percent());
                return NO_OP;
            }
            return session.lastError().isEmpty() ? "All went well." : session.lastError();
        }));
    }

    private String sentence(String ticket, Function<WebConnectorSession, String> ofVisit) {
        return switch (tickets.read(ticket)) {
            case Ticket.OfVisit visit ->
                sessions.find(visit)
                        .map(session -> session.overtaken() ? OVERTAKEN : ofVisit.apply(session))
                        .orElse(NO_VISIT);
            case Ticket.SentAway(Refusal why) -> why.sentence();
            case Ticket.Unknown() -> NO_VISIT;
        };
    }

    Reply close(WebConnectorCall.CloseConnection call) {
        return Reply.text(sentence(call.ticket(), session -> {
            cycles.end(session.visit());
            sessions.closed(session.visit());
            LOG.info("Company {}: the visit is over", session.visit().company());
            return session.lastError().isEmpty() ? "OK" : session.lastError();
        }));
    }
}
