package dev.relink.quickbooks.desktop.webconnector;

import dev.relink.company.CompanyId;
import dev.relink.company.WebConnectorAccount;
import dev.relink.connection.Health;
import dev.relink.cycle.Cycles;
import dev.relink.platform.Secrets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may come in. A poll with nothing to do costs one statement here and writes nothing. */
final class Door {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    /** MinimumRunEveryNSeconds while sent away: the Web Connector's own lower limit. */
    private static final String AT_MOST_EVERY_MINUTE = "60";

    /** What an unknown name's password is compared with: the same work as for a known one. */
    private static final byte[] NOBODY = new byte[32];

    private final WebConnectorSessions sessions;
    private final Tickets tickets;
    private final Throttle throttle;
    private final Secrets secrets;
    private final Health health;
    private final Cycles cycles;

    Door(
            WebConnectorSessions sessions,
            Tickets tickets,
            Throttle throttle,
            Secrets secrets,
            Health health,
            Cycles cycles) {
        this.sessions = sessions;
        this.tickets = tickets;
        this.throttle = throttle;
        this.secrets = secrets;
        this.health = health;
        this.cycles = cycles;
    }

    /** The ticket, then a company file or a word, then perhaps the seconds to wait. */
    Reply authenticate(WebConnectorCall.Authenticate call, Caller caller, @Nullable String clientVersion) {
        Duration wait = throttle.wait(call.userName(), caller.address());
        if (wait.isPositive()) {
            return sentAway(Refusal.NOT_VALID, wait);
        }
        Optional<Poll> poll = sessions.poll(call.userName());
        if (!isRight(call, poll)) {
            throttle.wrong(call.userName(), caller.address());
            poll.ifPresent(_ -> health.refused(new CompanyId(call.userName())));
            return sentAway(Refusal.NOT_VALID);
        }
        var company = new CompanyId(call.userName());
        health.seen(company, clientVersion);
        return answer(company, poll.orElseThrow());
    }

    private boolean isRight(WebConnectorCall.Authenticate call, Optional<Poll> poll) {
        byte[] expected = poll.map(Poll::passwordHash).orElse(NOBODY);
        return secrets.matches(WebConnectorAccount.hashed(call.userName(), call.password()), expected)
                && poll.isPresent();
    }

    private Reply answer(CompanyId company, Poll poll) {
        if (poll.busyFor().isPositive()) {
            health.turnedAway(company);
            return sentAway(Refusal.BUSY, poll.busyFor());
        }
        return poll.hasWork() ? letIn(company, poll.companyFile()) : sentAway(Refusal.NOTHING_TO_DO);
    }

    private Reply letIn(CompanyId company, String companyFile) {
        String ticket = tickets.newVisit(company);
        Optional<Duration> busyFor = sessions.open(company, tickets.hash(ticket), () -> cycles.begin(company));
        if (busyFor.isPresent()) {
            health.turnedAway(company);
            return sentAway(Refusal.BUSY, busyFor.get());
        }
        LOG.info("Company {}: a Web Connector's visit begins", company);
        return new Reply.Texts(List.of(ticket, companyFile));
    }

    private Reply sentAway(Refusal why) {
        return new Reply.Texts(List.of(tickets.sentAway(why), why.word()));
    }

    private Reply sentAway(Refusal why, Duration wait) {
        String seconds = Long.toString(wait.toSeconds() + 1);
        return new Reply.Texts(List.of(tickets.sentAway(why), why.word(), seconds, AT_MOST_EVERY_MINUTE));
    }
}
