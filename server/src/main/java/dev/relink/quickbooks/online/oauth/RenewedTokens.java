package dev.relink.quickbooks.online.oauth;

import dev.relink.company.CompanyId;
import dev.relink.connection.Connections;
import dev.relink.platform.OnlineApp;
import dev.relink.platform.OnlineSettings;
import dev.relink.platform.Settings;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Access tokens out of the database, renewed when they end: under a lease, from what is stored at that moment, and stored
 * before they are given out. An answer that is lost or strange changes nothing.
 */
@Component
class RenewedTokens implements AccessTokens {

    private static final Logger LOG = LoggerFactory.getLogger(RenewedTokens.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final long MOST_LOOKS = 3 * Intuit.LONGEST.dividedBy(BETWEEN_LOOKS);

    private final Links links;
    private final Sealing sealing;
    private final TokenService service;
    private final Connections connections;
    private final TransactionOperations transactions;
    private final OnlineSettings settings;

    @Autowired
    RenewedTokens(
            Links links,
            Sealing sealing,
            TokenService service,
            Connections connections,
            TransactionOperations transactions,
            Settings settings) {
        this(links, sealing, service, connections, transactions, settings.online());
    }

    RenewedTokens(
            Links links,
            Sealing sealing,
            TokenService service,
            Connections connections,
            TransactionOperations transactions,
            OnlineSettings settings) {
        this.links = links;
        this.sealing = sealing;
        this.service = service;
        this.connections = connections;
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public Access of(CompanyId company) {
        return get(company, access -> true);
    }

    @Override
    public Access renewed(CompanyId company, Access rejected) {
        return get(company, access -> !access.token().equals(rejected.token()));
    }

    /** Whoever gets the lease refreshes; the others look until what is stored is good. */
    private Access get(CompanyId company, Predicate<Access> good) {
        for (long look = 0; look < MOST_LOOKS; look++) {
            Link link = connected(company);
            Access stored = access(company, link);
            if (link.fresh() && good.test(stored)) {
                return stored;
            }
            Optional<OffsetDateTime> lease = links.lease(company, link.version());
            if (lease.isPresent()) {
                return refresh(company, lease.get());
            }
            pause();
        }
        throw new TokensUnavailable("Another refresh of the access to QuickBooks Online takes too long.");
    }

    /** What was read before the lease may be old by now, so it is read again. */
    private Access refresh(CompanyId company, OffsetDateTime lease) {
        try {
            try {
                return refreshed(company, connected(company));
            } catch (GrantRefused first) {
                return onceMore(company, connected(company));
            }
        } catch (RuntimeException failed) {
            links.giveBack(company, lease);
            throw failed;
        }
    }

    /** A refresh token can be refused since another has replaced it meanwhile: what is stored now has one try. */
    private Access onceMore(CompanyId company, Link now) {
        try {
            return refreshed(company, now);
        } catch (GrantRefused again) {
            return end(company, now, again);
        }
    }

    private Access refreshed(CompanyId company, Link link) {
        Pair before = sealing.open(company, Objects.requireNonNull(link.tokens()));
        Tokens given = service.refresh(app(link), before.refresh());
        Pair pair = given.pair(before);
        if (links.store(company, link.version(), sealing.seal(company, pair), given)) {
            return new Access(link.realm(), pair.access(), link.environment());
        }
        LOG.warn("New tokens of {} came too late: others were stored meanwhile, or it was disconnected", company);
        endUnlessLinked(company, link, pair);
        return access(company, connected(company));
    }

    /** Disconnected while Intuit renewed: what was given is not left alive there. */
    private void endUnlessLinked(CompanyId company, Link link, Pair late) {
        if (links.find(company).filter(Link::isConnected).isEmpty()) {
            service.revoke(app(link), late.refresh());
        }
    }

    private Access end(CompanyId company, Link link, GrantRefused refused) {
        String because = "Intuit does not renew the access of Relink any more: %s.".formatted(refused.getMessage());
        Boolean ended = transactions.execute(status -> {
            boolean changed = links.end(company, link.version(), because);
            if (changed) {
                connections.cutOff(company, "needs-reconnecting", because);
            }
            return changed;
        });
        if (Boolean.TRUE.equals(ended)) {
            throw needed(company, because);
        }
        return access(company, connected(company));
    }

    private Access access(CompanyId company, Link link) {
        Pair pair = sealing.open(company, Objects.requireNonNull(link.tokens()));
        return new Access(link.realm(), pair.access(), link.environment());
    }

    private Link connected(CompanyId company) {
        Link link = links.find(company).orElseThrow(() -> needed(company, "It was never connected."));
        if (!link.isConnected()) {
            throw needed(company, Objects.requireNonNullElse(link.endedBecause(), "It was disconnected."));
        }
        return link;
    }

    private OnlineApp app(Link link) {
        return settings.app(link.environment())
                .orElseThrow(() -> new TokensUnavailable(
                        "There are no keys for %s any more: set them again, as docs/operating.md says."
                                .formatted(link.environment())));
    }

    private static NeedsReconnecting needed(CompanyId company, String because) {
        return new NeedsReconnecting(
                "QuickBooks Online is not connected. %s An administrator connects it at /companies/%s/connection."
                        .formatted(because, company));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokensUnavailable("The server is stopping.", e);
        }
    }
}
