package dev.relink.quickbooks.online.rest;

import dev.relink.company.CompanyId;
import dev.relink.quickbooks.online.oauth.AccessTokens;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the calls of a plan: those of one lane one after another, lanes side by side. */
@Component
final class HttpCalls implements Calls {

    private static final Logger LOG = LoggerFactory.getLogger(HttpCalls.class);

    private final AccessTokens tokens;
    private final Pace pace;
    private final Reads reads;
    private final Wire wire;
    private final Clock clock;

    HttpCalls(AccessTokens tokens, Pace pace, Reads reads, Wire wire, Clock clock) {
        this.tokens = tokens;
        this.pace = pace;
        this.reads = reads;
        this.wire = wire;
        this.clock = clock;
    }

    @Override
    public Exchange exchange(CompanyId company, byte[] plan) {
        var round = new Round(company, tokens, pace, wire, clock.instant());
        var lanes = Plan.of(plan).calls().stream().collect(Collectors.groupingBy(Plan.Call::lane));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            lanes.values().forEach(lane -> threads.execute(() -> lane.forEach(round::make)));
        }
        count(company, round);
        return new Exchange(
                AnswerDocument.of(round.realm(), round.came()), round.pause(), round.trouble(), round.isLimit());
    }

    /** A count that fails must not cost the answers. */
    private void count(CompanyId company, Round round) {
        try {
            if (round.reads() > 0) {
                reads.count(company, round.environment(), round.reads());
            }
        } catch (RuntimeException e) {
            LOG.warn("Reads of {} could not be counted", company, e);
        }
    }
}
